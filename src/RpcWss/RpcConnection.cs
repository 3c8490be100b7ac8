using RpcWss.Connections;

namespace RpcWss;

/// <summary>
/// One physical connection, of either end: after the opening the peers are equal, either hosts services and calls the other's.
/// Thread-safe.
/// </summary>
public sealed class RpcConnection : IAsyncDisposable
{
    private RpcConnection() { }

    /// <summary>The other end.</summary>
    public RpcPeer Peer => throw new InvalidOperationException();

    /// <summary>What the two ends agreed on when the connection opened.</summary>
    public RpcConnectionSecurity Security => throw new InvalidOperationException();

    /// <summary>Completes, and never fails, when the connection has ended and every call with it.</summary>
    public Task Completion => throw new InvalidOperationException();

    /// <summary>A proxy of a contract that the peer hosts; lives as long as this connection.</summary>
    public TContract GetProxy<TContract>() where TContract : class, IRpcContract<TContract> => throw new InvalidOperationException();

    /// <summary>
    /// Closes in order: tells the peer, ends every call (not executed, executed or unknown), sends the WebSocket's Close, waits
    /// for the peer's for at most a second.
    /// </summary>
    public ValueTask CloseAsync() => throw new InvalidOperationException();

    /// <summary>The same as <see cref="CloseAsync"/>.</summary>
    public ValueTask DisposeAsync() => CloseAsync();

    /// <summary>Takes over the transport and starts reading and writing.</summary>
    internal static RpcConnection Start(MessageTransport transport, ConnectionSetup setup) => throw new InvalidOperationException();

    /// <summary>Completes when the peer's HELLO arrived; fails with a <see cref="RpcException"/> when it does not come in time or is not acceptable.</summary>
    internal Task Opened => throw new InvalidOperationException();

    /// <summary>Why the connection ended; null while it is open and after an orderly close.</summary>
    public Exception? Error => throw new InvalidOperationException();
}
