namespace RpcWss.Connections;

/// <summary>
/// What a connection runs over: an ordered, reliable, message-preserving duplex. One reader and one writer at a time; reading,
/// writing, and <see cref="Abort"/> may run concurrently. Any failure is an exception; after one the transport is of no use.
/// </summary>
internal abstract class MessageTransport : IAsyncDisposable
{
    /// <summary>Sends one whole binary message. Completes when the message is handed down, which may take as long as the peer likes.</summary>
    public abstract ValueTask SendAsync(ReadOnlyMemory<byte> message);

    /// <summary>
    /// Receives part of a message into <paramref name="buffer"/>. An empty buffer waits until something has arrived, without
    /// holding memory meanwhile, where the transport can do that; it then completes with no bytes.
    /// </summary>
    public abstract ValueTask<TransportRead> ReceiveAsync(Memory<byte> buffer);

    /// <summary>Sends the closing message and does not wait for the peer's. Sends nothing after that.</summary>
    public abstract ValueTask CloseAsync(TransportCloseCode code, string reason);

    /// <summary>Ends the transport at once: pending reads and writes fail. Never throws, may be called at any time and more than once.</summary>
    public abstract void Abort();

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
