using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>A payload too large for the frame that announces it, on its way out in chunks. Guarded by the connection's gate.</summary>
internal sealed class BulkSend(SendQueue queue, Action<BulkSend> sent, ulong callId, PayloadBuffer payload) : BulkSource
{
    private PayloadCursor _cursor = new(payload);

    public ulong CallId { get; } = callId;

    /// <summary>The call being served whose result this is; null for a call's arguments.</summary>
    public IncomingCall? ResultOf { get; init; }

    public long Remaining { get; private set; } = payload.Length;

    /// <summary>What has left.</summary>
    public long Sent { get; private set; }

    /// <summary>How often the receiver has granted some of it.</summary>
    public long Grants { get; private set; }

    /// <summary>What of the rest the receiver has granted.</summary>
    public long Granted { get; private set; }

    /// <summary>Whether nobody wants the rest. The writer forgets it at its next turn.</summary>
    public bool IsAbandoned { get; private set; }

    public override long Ready => IsAbandoned ? 0 : Granted;

    public override bool EndsWithin(int count) => Ready == Remaining && Remaining <= count;

    /// <summary>Lets all chunks leave: a payload that needs no credit.</summary>
    public void GrantAll() => TryGrant(Remaining);

    /// <summary>Lets so many more bytes leave; false when there are not so many.</summary>
    public bool TryGrant(long bytes)
    {
        if (bytes > Remaining - Granted)
        {
            return false;
        }

        Grants++;
        Granted += bytes;
        if (!IsAbandoned)
        {
            queue.AddBulk(this, bytes);
        }

        return true;
    }

    /// <summary>Drops what has not left.</summary>
    public void Abandon()
    {
        if (!IsAbandoned)
        {
            queue.Withdraw(Ready);
            IsAbandoned = true;
            payload.Clear();
        }
    }

    public override int Write(Span<byte> destination, int most, out int taken)
    {
        int written = 0;
        taken = 0;
        while (Granted > 0 && taken < most && destination.Length - written > ChunkFrame.MaxHeaderLength)
        {
            int count = Math.Min((int)Math.Min(Granted, SendQueue.Quantum), Math.Min(most - taken, destination.Length - written - ChunkFrame.MaxHeaderLength));
            written += ChunkFrame.WriteHeader(destination[written..], CallId, 0, count);
            _cursor.Read(destination.Slice(written, count));
            written += count;
            taken += count;
            Remaining -= count;
            Granted -= count;
            Sent += count;
        }

        return written;
    }

    public override void Written()
    {
        if (Remaining == 0 && !IsAbandoned)
        {
            payload.Clear();
            sent(this);
        }
    }
}
