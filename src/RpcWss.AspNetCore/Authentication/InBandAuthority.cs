using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RpcWss.Connections.Authentication;
using RpcWss.Endpoint;
using RpcWss.Peers;

namespace RpcWss.Authentication;

/// <summary>Judges the tokens of one connection by the framework's own means: its authentication handlers, and the policies of the endpoint.</summary>
internal sealed class InBandAuthority(
    IServiceScopeFactory scopes, InBandRequest request, string? handler, AuthorizationPolicy? policy, ConnectionSeat seat, PeerDirectory peers) : TokenAuthority
{
    public override async Task<TokenVerdict> JudgeAsync(RpcConnection connection, string scheme, string token, CancellationToken cancellationToken)
    {
        // Handlers keep their result for as long as their scope lives.
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            HttpContext context = request.With($"{scheme} {token}", scope.ServiceProvider, cancellationToken);
            AuthenticateResult result = await AuthenticateAsync(context).ConfigureAwait(false);
            if (result is not { Succeeded: true, Principal: { Identity.IsAuthenticated: true } user })
            {
                return TokenVerdict.Refused(RpcStatusCode.Unauthenticated, "The token was not accepted.");
            }

            context.User = user;
            return await MayAsync(context, result).ConfigureAwait(false)
                ? TokenVerdict.Accepted(user, TicketExpiry.Of(result.Properties, user))
                : TokenVerdict.Refused(RpcStatusCode.PermissionDenied, "The token is valid, and does not permit what this endpoint demands.");
        }
    }

    public override TokenVerdict? FindRefusal(RpcConnection connection, ClaimsPrincipal user)
    {
        ClaimsPrincipal current = connection.Peer.User;
        if (current.Identity?.IsAuthenticated == true)
        {
            return UserId.Of(user) is { } id && id == UserId.Of(current)
                ? null
                : TokenVerdict.Refused(RpcStatusCode.PermissionDenied, "The token is not of the user that this connection is authenticated as. Open another connection for it.");
        }

        return seat.TryIdentify(user) ? null : TokenVerdict.Refused(RpcStatusCode.ResourceExhausted, "There are too many connections of this user. Try again later.");
    }

    public override void Accepted(RpcConnection connection) => peers.Add(connection);

    private Task<AuthenticateResult> AuthenticateAsync(HttpContext context) =>
        handler is null && policy is { AuthenticationSchemes.Count: > 0 }
            ? Evaluator(context).AuthenticateAsync(policy, context)
            : context.AuthenticateAsync(handler);

    private async Task<bool> MayAsync(HttpContext context, AuthenticateResult result) =>
        policy is null || (await Evaluator(context).AuthorizeAsync(policy, result, context, context).ConfigureAwait(false)).Succeeded;

    private static IPolicyEvaluator Evaluator(HttpContext context) => context.RequestServices.GetRequiredService<IPolicyEvaluator>();
}
