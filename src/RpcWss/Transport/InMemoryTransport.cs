using RpcWss.Connections;

namespace RpcWss.Transport;

/// <summary>Two transports in one process, connected back to back. What is sent is copied, and queued without a bound.</summary>
internal sealed class InMemoryTransport : MessageTransport
{
    private readonly InMemoryPipe _outgoing;
    private readonly InMemoryPipe _incoming;

    private InMemoryTransport(InMemoryPipe outgoing, InMemoryPipe incoming)
    {
        _outgoing = outgoing;
        _incoming = incoming;
    }

    /// <summary>What the last Close that was received said; null before that.</summary>
    public (TransportCloseCode Code, string Reason)? CloseReceived => _incoming.CloseTaken;

    /// <summary>Creates a connected pair.</summary>
    /// <param name="fromClient">What happens to messages from the first to the second; null for nothing.</param>
    /// <param name="fromServer">What happens to messages from the second to the first; null for nothing.</param>
    public static (InMemoryTransport Client, InMemoryTransport Server) CreatePair(
        InMemoryTransportOptions? fromClient = null, InMemoryTransportOptions? fromServer = null)
    {
        var up = new InMemoryPipe(fromClient ?? new InMemoryTransportOptions());
        var down = new InMemoryPipe(fromServer ?? new InMemoryTransportOptions());
        return (new InMemoryTransport(up, down), new InMemoryTransport(down, up));
    }

    public override ValueTask SendAsync(ReadOnlyMemory<byte> message) => _outgoing.WriteAsync(message, TransportReadKind.Binary);

    /// <summary>Sends a text message, which the protocol does not know.</summary>
    public ValueTask SendTextAsync(ReadOnlyMemory<byte> message) => _outgoing.WriteAsync(message, TransportReadKind.Text);

    public override ValueTask<TransportRead> ReceiveAsync(Memory<byte> buffer) => _incoming.ReadAsync(buffer);

    public override ValueTask CloseAsync(TransportCloseCode code, string reason)
    {
        _outgoing.Close(code, reason);
        return default;
    }

    public override void Abort()
    {
        _outgoing.Abort();
        _incoming.Abort();
    }

    public override ValueTask DisposeAsync()
    {
        Abort();
        return default;
    }
}
