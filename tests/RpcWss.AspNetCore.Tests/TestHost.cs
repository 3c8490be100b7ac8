using System.Net;
using System.Security.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RpcWss.Peers;

namespace RpcWss.AspNetCore.Tests;

/// <summary>A real Kestrel on loopback, with real TLS unless told otherwise.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestHost(WebApplication app, LogSink log)
    {
        _app = app;
        Log = log;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public LogSink Log { get; }

    public Uri Address { get; }

    /// <summary>The address of the endpoint at <c>/rpc</c>. By name, since TLS sends no server name for an address.</summary>
    public Uri Rpc => new($"{(Address.Scheme == "https" ? "wss" : "ws")}://localhost:{Address.Port}/rpc");

    public IServiceProvider Services => _app.Services;

    public IRpcPeers Peers => Services.GetRequiredService<IRpcPeers>();

    public IReadOnlyList<RpcConnection> Connections => Services.GetRequiredService<PeerDirectory>().Connections;

    public static async Task<TestHost> StartAsync(
        Certificates certificates, Action<RpcWssBuilder>? configure = null, Action<IServiceCollection>? services = null, Action<WebApplication>? map = null, bool tls = true,
        SslProtocols protocols = SslProtocols.None, TlsPolicy? policy = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        var log = new LogSink();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (policy is not null)
            {
                listen.UseRpcTls(policy);
            }
            else if (tls)
            {
                listen.UseHttps(certificates.Test.Server, https => https.SslProtocols = protocols);
            }
        }));
        builder.Services.AddRpcWss(configure ?? (_ => { }));
        services?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        if (map is null)
        {
            app.MapRpcWss("/rpc");
        }
        else
        {
            map(app);
        }

        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestHost(app, log);
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Assert.Empty(Log.Unexpected);
    }
}
