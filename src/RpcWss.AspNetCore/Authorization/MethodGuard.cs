using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RpcWss.Connections;
using RpcWss.Services;

namespace RpcWss.Authorization;

/// <summary>Judges each caller of one method by the app's own policies and authorization handlers. Thread-safe.</summary>
internal sealed class MethodGuard(MethodDemand demand, IServiceScopeFactory scopes, IAuthorizationPolicyProvider policies, ILogger logger)
{
    private AuthorizationPolicy? _policy;

    /// <exception cref="RpcException">The caller may not call the method; says no more than that.</exception>
    public async Task CheckAsync(IncomingCall call)
    {
        AuthorizationPolicy policy = _policy ?? await PolicyAsync().ConfigureAwait(false);
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            scope.ServiceProvider.GetRequiredService<InjectedCall>().Call = call;
            RpcCallContext context = call.Context;
            ClaimsPrincipal user = context.User;
            AuthorizationResult result = await scope.ServiceProvider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, context, policy).ConfigureAwait(false);
            if (!result.Succeeded)
            {
                AuthorizationLog.Refused(logger, context.Peer.Id, context.Method.FullName, Reasons(result.Failure));
                throw user.Identity?.IsAuthenticated == true
                    ? new RpcException(RpcStatusCode.PermissionDenied, $"This user may not call {context.Method.FullName}.")
                    : new RpcException(RpcStatusCode.Unauthenticated, $"{context.Method.FullName} is for authenticated users alone. Connect with credentials.");
            }
        }
    }

    private static string Reasons(AuthorizationFailure? failure) =>
        failure is null ? "" : string.Join("; ", failure.FailureReasons.Select(reason => reason.Message).Concat(failure.FailedRequirements.Select(requirement => $"{requirement}")));

    private async Task<AuthorizationPolicy> PolicyAsync()
    {
        AuthorizationPolicy? policy = await AuthorizationPolicy.CombineAsync(policies, demand.Data).ConfigureAwait(false);
        if (demand.Requirements.Count > 0)
        {
            AuthorizationPolicy further = new AuthorizationPolicyBuilder().AddRequirements([.. demand.Requirements]).Build();
            policy = policy is null ? further : AuthorizationPolicy.Combine(policy, further);
        }

        // What an app's own provider says may be something else for the next call.
        if (policies.AllowsCachingPolicies)
        {
            _policy = policy;
        }

        return policy!;
    }
}
