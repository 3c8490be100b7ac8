using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RpcWss;
using RpcWss.Authentication;
using RpcWss.Endpoint;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps RpcWss endpoints.</summary>
public static class RpcWssEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Lets peers connect at <paramref name="pattern"/> and call the services of <c>AddRpcWss</c>. The endpoint is one like any other:
    /// <c>RequireAuthorization</c>, <c>RequireHost</c> and the rest apply to the request that opens a connection, and its user is the user of all the
    /// calls, unless a later token replaces it (<see cref="RpcWssBuilder.InBandAuthentication"/>). The WebSockets middleware is not needed.
    /// </summary>
    /// <example><code>app.MapRpcWss("/rpc").RequireAuthorization("traders");</code></example>
    /// <returns>What conventions are added to.</returns>
    /// <exception cref="InvalidOperationException"><c>AddRpcWss</c> was not called, or <c>AddAuthentication</c> where peers authenticate over the connection.</exception>
    /// <exception cref="ArgumentException">A limit or an origin given there is not possible; the message names it.</exception>
    public static IEndpointConventionBuilder MapRpcWss(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        IServiceProvider provider = endpoints.ServiceProvider;
        RpcEndpoint endpoint = provider.GetService<RpcEndpoint>()
            ?? throw new InvalidOperationException("MapRpcWss needs what AddRpcWss adds. Call builder.Services.AddRpcWss(rpc => ...) before the app is built.");
        // The framework's own code for the upgrade, as a step of this endpoint alone; keep-alive is the protocol's.
        var upgrade = new WebSocketMiddleware(
            endpoint.HandleAsync, Options.Create(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero }), provider.GetRequiredService<ILoggerFactory>());
        IEndpointConventionBuilder mapped = endpoints.Map(pattern, upgrade.Invoke)
            .WithDisplayName($"RpcWss {pattern}")
            // A connection is one long request.
            .WithMetadata(new DisableRequestTimeoutAttribute());
        return endpoint.AdmitsAnonymous ? mapped.WithMetadata(new InBandAdmission()) : mapped;
    }
}
