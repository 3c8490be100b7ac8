using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RpcWss;
using RpcWss.Endpoint;
using RpcWss.Peers;
using RpcWss.Services;
using RpcWss.Transport;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds RpcWss to a host.</summary>
public static class RpcWssServiceCollectionExtensions
{
    /// <summary>
    /// Adds what <c>MapRpcWss</c> needs, the services that <paramref name="configure"/> names, and <see cref="IRpcPeers"/>. May be called more than
    /// once; each call adds. Also bounds what the kernel queues unsent on the server's sockets (Linux, 64 KiB), so that small calls need not wait
    /// behind large ones.
    /// </summary>
    /// <example><code>builder.Services.AddRpcWss(rpc => rpc.AddService&lt;IOrders, OrderService&gt;());</code></example>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddRpcWss(this IServiceCollection services, Action<RpcWssBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        configure(BuilderOf(services));
        return services;
    }

    private static RpcWssBuilder BuilderOf(IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ServiceType == typeof(RpcWssBuilder))?.ImplementationInstance is RpcWssBuilder existing)
        {
            return existing;
        }

        var builder = new RpcWssBuilder(services);
        services.AddSingleton(builder);
        services.AddSingleton<ServerSetup>();
        services.AddSingleton<RpcEndpoint>();
        services.AddSingleton<ConnectionQuota>();
        services.AddSingleton<HostShutdown>();
        services.AddSingleton<PeerDirectory>();
        services.AddSingleton<PeerObservers>();
        services.AddSingleton<ConnectionScopes>();
        services.AddScoped<InjectedCall>();
        services.TryAddSingleton<IRpcPeers>(provider => provider.GetRequiredService<PeerDirectory>());
        services.TryAddTransient(provider => provider.GetRequiredService<InjectedCall>().Context);
        services.TryAddTransient(provider => provider.GetRequiredService<InjectedCall>().Peer);
        services.Configure<SocketTransportOptions>(BoundUnsentBytes);
        return builder;
    }

    private static void BoundUnsentBytes(SocketTransportOptions options)
    {
        Func<EndPoint, Socket> bind = options.CreateBoundListenSocket;
        options.CreateBoundListenSocket = endpoint =>
        {
            Socket socket = bind(endpoint);
            SocketTuning.Apply(socket);
            return socket;
        };
    }
}
