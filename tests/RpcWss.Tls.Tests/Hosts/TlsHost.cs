using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RpcWss.AspNetCore.Tests;
using RpcWss.Tls.Tests.Rows;

namespace RpcWss.Tls.Tests.Hosts;

/// <summary>A real Kestrel on loopback with an endpoint at <c>/rpc</c>; one that logs a warning fails its test.</summary>
internal sealed class TlsHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly OpenedConnections _opened;

    private TlsHost(WebApplication app, LogSink log, OpenedConnections opened)
    {
        (_app, Log, _opened) = (app, log, opened);
        Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    public LogSink Log { get; }

    public int Port { get; }

    /// <summary>How many connections have come.</summary>
    public int Accepted => _opened.Accepted;

    public Uri Uri => new($"wss://localhost:{Port}/rpc");

    /// <summary>A server under a policy of ours.</summary>
    public static Task<TlsHost> StartAsync(TlsPolicy policy, TimeProvider? time = null) => StartAsync(listen => listen.UseRpcTls(policy), time);

    /// <summary>A server that shows whatever it is given, in one TLS version.</summary>
    public static Task<TlsHost> ShowingAsync(Shown shown, SslProtocols protocol)
    {
        var options = new SslServerAuthenticationOptions { ServerCertificateContext = shown.Context, EnabledSslProtocols = protocol };
        return StartAsync(listen => listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(options), HandshakeTimeout = TimeSpan.FromMinutes(1) }));
    }

    /// <summary>The server's end of the connection that opened next.</summary>
    public async Task<RpcConnection> NextAsync() => await _opened.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Assert.Empty(Log.Unexpected);
    }

    private static async Task<TlsHost> StartAsync(Action<ListenOptions> configure, TimeProvider? time = null)
    {
        var log = new LogSink();
        var opened = new OpenedConnections();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Information);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Use(next => connection =>
            {
                opened.Accept();
                return next(connection);
            });
            configure(listen);
        }));
        builder.Services.AddRpcWss(rpc => rpc.Observer = opened);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        WebApplication app = builder.Build();
        app.MapRpcWss("/rpc");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TlsHost(app, log, opened);
    }

    private sealed class OpenedConnections : RpcObserver
    {
        private readonly Channel<RpcConnection> _connections = Channel.CreateUnbounded<RpcConnection>();

        private int _accepted;

        public int Accepted => Volatile.Read(ref _accepted);

        public void Accept() => Interlocked.Increment(ref _accepted);

        public ChannelReader<RpcConnection> Reader => _connections.Reader;

        public override void ConnectionOpened(RpcConnection connection) => _connections.Writer.TryWrite(connection);
    }
}
