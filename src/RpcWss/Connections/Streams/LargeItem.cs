using RpcWss.Protocol;

namespace RpcWss.Connections.Streams;

/// <summary>An item on its way out in chunks, as credit allows. Guarded by the connection's gate.</summary>
internal sealed class LargeItem(PayloadBuffer bytes, bool stalled)
{
    private PayloadCursor _cursor = new(bytes);
    private bool _isAnnounced;

    public long Left { get; private set; } = bytes.Length;

    /// <summary>How much could be sent with that credit.</summary>
    public long Ready(long credit) => (_isAnnounced ? 0 : SendCredit.FrameCost) + Math.Min(Left, Math.Max(credit, 0));

    /// <summary>Writes the announcement, once, and a chunk.</summary>
    public int Write(Span<byte> destination, ulong callId, int stream, int most, ref SendCredit credit, out int taken)
    {
        int written = 0;
        taken = 0;
        if (!_isAnnounced)
        {
            written = ItemFrame.WriteAnnounced(destination, callId, stream, (ulong)Left, stalled);
            taken = SendCredit.FrameCost;
            _isAnnounced = true;
        }

        int count = (int)Math.Min(Math.Min(Left, credit.Left), Math.Min(most - taken, destination.Length - written - ChunkFrame.MaxHeaderLength));
        if (count > 0)
        {
            written += ChunkFrame.WriteHeader(destination[written..], callId, stream, count);
            _cursor.Read(destination.Slice(written, count));
            written += count;
            taken += count;
            Left -= count;
            credit.Spend(count);
        }

        return written;
    }

    /// <summary>Gives the memory back.</summary>
    public void Release() => bytes.Clear();
}
