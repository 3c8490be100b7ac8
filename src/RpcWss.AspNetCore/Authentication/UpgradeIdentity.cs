using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RpcWss.Endpoint;

namespace RpcWss.Authentication;

/// <summary>What the request that opens a connection says of who asks.</summary>
/// <param name="Refusal">Why it gets no connection; null when it does.</param>
/// <param name="RequiresToken">Whether nobody is known yet, and somebody must be.</param>
/// <param name="ExpiresAt">When what it was authenticated by expires; null for never.</param>
/// <param name="Policy">What the endpoint demands of tokens that come later; null for nothing.</param>
internal sealed record UpgradeIdentity(Refusal? Refusal, bool RequiresToken, DateTimeOffset? ExpiresAt, AuthorizationPolicy? Policy)
{
    public static async Task<UpgradeIdentity> OfAsync(HttpContext context, RpcInBandAuthentication mode)
    {
        AuthorizationPolicy? policy = mode == RpcInBandAuthentication.Off ? null : await EndpointPolicy.OfAsync(context).ConfigureAwait(false);
        bool isKnown = context.User.Identity?.IsAuthenticated == true;
        AuthenticationProperties? properties = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties;
        var identity = new UpgradeIdentity(null, false, isKnown ? TicketExpiry.Of(properties, context.User) : null, policy);
        if (mode != RpcInBandAuthentication.Required)
        {
            // The middleware has seen to the policy.
            return identity;
        }

        if (!isKnown)
        {
            // Whoever sends credentials means to be judged by them, and learns more from a status than from a connection that ends.
            return context.Request.Headers.Authorization.Count == 0
                ? identity with { RequiresToken = true }
                : identity with { Refusal = new(StatusCodes.Status401Unauthorized, "The credentials were not accepted.") };
        }

        return await MayAsync(context, policy).ConfigureAwait(false)
            ? identity
            : identity with { Refusal = new(StatusCodes.Status403Forbidden, "The credentials are valid, and do not permit what this endpoint demands.") };
    }

    private static async Task<bool> MayAsync(HttpContext context, AuthorizationPolicy? policy)
    {
        if (policy is null)
        {
            return true;
        }

        var evaluator = context.RequestServices.GetRequiredService<IPolicyEvaluator>();
        AuthenticateResult known = AuthenticateResult.Success(new AuthenticationTicket(context.User, context.User.Identity?.AuthenticationType ?? ""));
        return (await evaluator.AuthorizeAsync(policy, known, context, context).ConfigureAwait(false)).Succeeded;
    }
}
