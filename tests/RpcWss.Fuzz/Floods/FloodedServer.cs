using System.Collections.Concurrent;
using System.Security.Authentication;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;
using RpcWss.Fuzz.Contracts;
using RpcWss.Fuzz.Services;

namespace RpcWss.Fuzz.Floods;

/// <summary>A real server over wss, and what it says of connections that it ended.</summary>
internal sealed class FloodedServer : RpcObserver, IAsyncDisposable
{
    private LoopbackHost _host = null!;

    public Uri Address => _host.Address;

    public LogSink Log { get; } = new();

    /// <summary>Why connections ended that did not close in order.</summary>
    public ConcurrentQueue<string> Ends { get; } = new();

    /// <summary>Told of each as it comes.</summary>
    public Action<string>? Ended { get; init; }

    public static async Task<FloodedServer> StartAsync(Action<string>? ended = null)
    {
        var server = new FloodedServer { Ended = ended };
        server._host = await LoopbackHost.StartAsync(server.Log, SslProtocols.Tls13, rpc =>
        {
            rpc.Observer = server;
            rpc.AddService<ITarget>(new TargetService());
        });
        return server;
    }

    public override void ConnectionClosed(RpcConnection connection, Exception? error)
    {
        if (error is not null)
        {
            Ends.Enqueue(error.Message);
            Ended?.Invoke(error.Message);
        }
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
