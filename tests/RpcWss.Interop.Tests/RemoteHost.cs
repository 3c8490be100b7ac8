using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RpcWss.Interop.Tests;

/// <summary>A host of <see cref="IRemote"/> on loopback: under a TLS policy, or plain behind a proxy on this machine that ended TLS.</summary>
internal sealed class RemoteHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RemoteHost(WebApplication app)
    {
        _app = app;
        Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    public int Port { get; }

    public static async Task<RemoteHost> StartAsync(TlsPolicy? policy, Action<RpcWssBuilder>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (policy is not null)
            {
                listen.UseRpcTls(policy);
            }
        }));
        builder.Services.AddRpcWss(rpc =>
        {
            rpc.AddService<IRemote>(new Remote());
            configure?.Invoke(rpc);
        });
        WebApplication app = builder.Build();
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.MapRpcWss("/rpc");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RemoteHost(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
