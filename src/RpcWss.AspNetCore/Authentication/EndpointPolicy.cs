using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace RpcWss.Authentication;

/// <summary>What an endpoint demands of its users, put together from its metadata as the framework's authorization middleware does.</summary>
internal static class EndpointPolicy
{
    /// <summary>The policy; null when everybody may.</summary>
    public static async Task<AuthorizationPolicy?> OfAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata is not { } metadata
            || metadata.GetOrderedMetadata<IAllowAnonymous>().Any(item => item is not InBandAdmission)
            || context.RequestServices.GetService<IAuthorizationPolicyProvider>() is not { } provider)
        {
            return null;
        }

        AuthorizationPolicy? policy = await AuthorizationPolicy
            .CombineAsync(provider, metadata.GetOrderedMetadata<IAuthorizeData>(), metadata.GetOrderedMetadata<AuthorizationPolicy>())
            .ConfigureAwait(false);
        IAuthorizationRequirement[] requirements = [.. metadata.GetOrderedMetadata<IAuthorizationRequirementData>().SelectMany(data => data.GetRequirements())];
        if (requirements.Length == 0)
        {
            return policy;
        }

        AuthorizationPolicy demanded = new AuthorizationPolicyBuilder().AddRequirements(requirements).Build();
        return policy is null ? demanded : AuthorizationPolicy.Combine(policy, demanded);
    }
}
