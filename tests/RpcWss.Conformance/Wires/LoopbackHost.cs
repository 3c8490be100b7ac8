using System.Net;
using System.Security.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Wires;

/// <summary>A real Kestrel with real TLS on loopback.</summary>
internal sealed class LoopbackHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackHost(WebApplication app)
    {
        _app = app;
        int port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        Address = new Uri($"wss://localhost:{port}/rpc");
    }

    public Uri Address { get; }

    /// <summary>Hosts a side's services.</summary>
    public static Task<LoopbackHost> StartAsync(Side side, SslProtocols protocol) => StartAsync(side.Log, protocol, rpc =>
    {
        rpc.Limits = side.Options.Limits;
        rpc.DetailedErrors = side.Options.DetailedErrors;
        rpc.Observer = side.Observer;
        side.HostOn(new BuilderRegistry(rpc));
    });

    public static Task<LoopbackHost> StartAsync(LogSink log, SslProtocols protocol, Action<RpcWssBuilder> configure) => StartAsync(log, listen => listen.UseHttps(https =>
    {
        https.ServerCertificate = LoopbackCertificates.Server;
        https.SslProtocols = protocol;
    }), configure);

    /// <summary>Hosts anything, encrypted in any way.</summary>
    /// <param name="log">Where it logs.</param>
    /// <param name="listen">Sets its TLS up.</param>
    /// <param name="configure">Adds what it hosts.</param>
    /// <param name="map">Adds conditions to the endpoint.</param>
    public static async Task<LoopbackHost> StartAsync(
        LogSink log, Action<ListenOptions> listen, Action<RpcWssBuilder> configure, Action<IEndpointConventionBuilder>? map = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen));
        builder.Services.AddRpcWss(configure);
        WebApplication app = builder.Build();
        IEndpointConventionBuilder endpoint = app.MapRpcWss("/rpc");
        map?.Invoke(endpoint);
        await app.StartAsync();
        return new LoopbackHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class BuilderRegistry(RpcWssBuilder rpc) : IServiceRegistry
    {
        public void Add<TContract>(TContract service) where TContract : class, IRpcContract<TContract> => rpc.AddService(service);
    }
}
