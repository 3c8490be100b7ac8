using RpcWss.Connections;

namespace RpcWss.Conformance.Wires;

/// <summary>Lets so many bytes of the peer through and then loses the connection, in the middle of whatever that is.</summary>
internal sealed class CutTransport(MessageTransport inner, long after = long.MaxValue) : MessageTransport
{
    /// <summary>How many bytes have come through.</summary>
    public long Received { get; private set; }

    public override ValueTask SendAsync(ReadOnlyMemory<byte> message) => inner.SendAsync(message);

    public override async ValueTask<TransportRead> ReceiveAsync(Memory<byte> buffer)
    {
        long left = after - Received;
        if (left == 0)
        {
            inner.Abort();
            throw new IOException("The connection was cut.");
        }

        TransportRead read = await inner.ReceiveAsync(buffer[..(int)Math.Min(buffer.Length, left)]);
        Received += read.Count;
        return read;
    }

    public override ValueTask CloseAsync(TransportCloseCode code, string reason) => inner.CloseAsync(code, reason);

    public override void Abort() => inner.Abort();

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
