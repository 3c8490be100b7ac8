using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// What waits to be sent, in three lanes: control frames first, then small frames, and between any two messages of those at most one of bulk.
/// Bulk payloads take turns of one quantum each. Guarded by the connection's gate. See <c>docs/protocol.md#scheduling</c>.
/// </summary>
internal sealed class SendQueue
{
    /// <summary>The largest payload that travels within the frame of its call.</summary>
    public const int MaxInlinePayload = 16 * 1024;

    /// <summary>The largest metadata that fits a frame beside a payload of that size.</summary>
    public const int MaxMetadataSize = 15 * 1024;

    /// <summary>The most that one bulk payload sends before the next has its turn.</summary>
    public const int Quantum = 16 * 1024;

    private readonly SendLane _control = new();
    private readonly SendLane _small = new();
    private readonly Queue<BulkSend> _bulk = new();
    private long _lastSmallTaken;
    private bool _bulkTurn;

    /// <summary>How many bytes wait here or are being sent.</summary>
    public long UnsentBytes { get; private set; }

    public bool IsEmpty => _control.IsEmpty && _small.IsEmpty && _bulk.Count == 0;

    public SendBlock OpenControl(int maxLength) => _control.Open(maxLength);

    public SendBlock OpenSmall(int maxLength) => _small.Open(maxLength);

    /// <summary>Counts a frame that was written to an open block.</summary>
    public void Wrote(SendBlock block, int length)
    {
        block.Advance(length);
        UnsentBytes += length;
    }

    /// <summary>Whether this block of the small lane has been handed to the writer.</summary>
    public bool HasLeft(long sequence) => sequence <= _lastSmallTaken;

    /// <summary>Takes back a frame of the small lane; false when it has left.</summary>
    public bool TryRemove(SendBlock block, long sequence, int offset, int length)
    {
        if (block.Sequence != sequence || sequence <= _lastSmallTaken)
        {
            return false;
        }

        block.Remove(offset, length);
        UnsentBytes -= length;
        return true;
    }

    /// <summary>Queues a payload that needs no grant, or has it.</summary>
    public void AddBulk(BulkSend bulk)
    {
        bulk.IsGranted = true;
        _bulk.Enqueue(bulk);
        UnsentBytes += bulk.Remaining;
    }

    /// <summary>Drops what is left of a bulk payload.</summary>
    public void Abandon(BulkSend bulk)
    {
        if (!bulk.IsAbandoned)
        {
            bulk.IsAbandoned = true;
            UnsentBytes -= bulk.IsGranted ? bulk.Remaining : 0;
        }
    }

    /// <summary>Decides what leaves next; false when nothing waits.</summary>
    public bool TryTake(out SendTurn turn)
    {
        if (_control.Take() is { } control)
        {
            turn = new SendTurn(_control, control);
            return true;
        }

        BulkSend? bulk = NextBulk();
        if ((bulk is null || !_bulkTurn) && _small.Take() is { } small)
        {
            _lastSmallTaken = small.Sequence;
            _bulkTurn = true;
            turn = new SendTurn(_small, small);
            return true;
        }

        if (bulk is not null)
        {
            _bulkTurn = false;
            _bulk.Dequeue();
            int count = (int)Math.Min(bulk.Remaining, Quantum);
            bulk.Take(count);
            if (bulk.Remaining > 0)
            {
                _bulk.Enqueue(bulk);
            }

            turn = new SendTurn(bulk, count, isLast: bulk.Remaining == 0);
            return true;
        }

        turn = default;
        return false;
    }

    /// <summary>Notes that a turn is over: its memory is free for others.</summary>
    public void Sent(in SendTurn turn, int count)
    {
        UnsentBytes -= count;
        if (turn.Block is { } block)
        {
            turn.Lane!.Return(block);
        }
    }

    public void Clear()
    {
        _control.Clear();
        _small.Clear();
        _bulk.Clear();
        UnsentBytes = 0;
    }

    // A payload whose announcement has not left yet waits; the small lane, which holds that, goes first then.
    private BulkSend? NextBulk()
    {
        while (_bulk.TryPeek(out BulkSend? bulk))
        {
            if (!bulk.IsAbandoned)
            {
                return bulk.AfterBlock <= _lastSmallTaken ? bulk : null;
            }

            _bulk.Dequeue();
        }

        return null;
    }
}
