using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// What waits to be sent, in three lanes: control frames first, then small frames, and between any two messages of those at most one of bulk.
/// Bulk payloads take turns of one quantum each. Guarded by the connection's gate. See <c>docs/protocol.md#scheduling</c>.
/// </summary>
/// <param name="mayTakeLong">Whether nobody would notice turns of bulk that take longer. Called under the gate.</param>
internal sealed class SendQueue(Func<bool> mayTakeLong)
{
    /// <summary>The largest payload that travels within the frame of its call.</summary>
    public const int MaxInlinePayload = 16 * 1024;

    /// <summary>The largest metadata that fits a frame beside a payload of that size.</summary>
    public const int MaxMetadataSize = 15 * 1024;

    /// <summary>The most that one bulk payload sends before the next has its turn.</summary>
    public const int Quantum = 16 * 1024;

    // Small frames up to this go in one message with bulk.
    private const int MaxJoined = 1024;

    private readonly SendLane _control = new();
    private readonly SendLane _small = new();
    private readonly BulkLane _bulk = new(mayTakeLong);
    private long _lastSmallTaken;
    private bool _bulkTurn;

    /// <summary>How many bytes of control and small frames wait here or are being sent.</summary>
    public long UnsentBytes { get; private set; }

    /// <summary>How many calls of the peer were answered with what still waits here.</summary>
    public int UnsentAnswers { get; private set; }

    /// <summary>How many bytes of bulk are ready to be sent.</summary>
    public long UnsentBulk { get; private set; }

    public bool IsEmpty => _control.IsEmpty && _small.IsEmpty && _bulk.IsEmpty;

    /// <summary>Whether several payloads or streams have something to send.</summary>
    public bool IsBulkShared => _bulk.IsShared;

    /// <summary>The block of the small lane that what is written now goes to or follows.</summary>
    public long SmallSequence => _small.Sequence;

    public SendBlock OpenControl(int maxLength) => _control.Open(maxLength);

    public SendBlock OpenSmall(int maxLength) => _small.Open(maxLength);

    /// <summary>Counts a frame that was written to an open block.</summary>
    public void Wrote(SendBlock block, int length)
    {
        block.Advance(length);
        UnsentBytes += length;
    }

    /// <summary>Counts a frame that answers a call of the peer.</summary>
    public void WroteAnswer(SendBlock block, int length)
    {
        Wrote(block, length);
        block.Answers++;
        UnsentAnswers++;
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

    /// <summary>Counts more bytes of a source that are ready, and queues it.</summary>
    public void AddBulk(BulkSource source, long count)
    {
        UnsentBulk += count;
        _bulk.Add(source);
    }

    /// <summary>Counts bytes of bulk that will not leave.</summary>
    public void Withdraw(long count) => UnsentBulk -= count;

    /// <summary>Decides what leaves next; false when nothing waits.</summary>
    public bool TryTake(out SendTurn turn)
    {
        if (_control.Take() is { } control)
        {
            turn = new SendTurn(_control, control);
            return true;
        }

        bool isBulkReady = _bulk.IsReady(_lastSmallTaken);
        if ((!isBulkReady || !_bulkTurn) && _small.Take() is { } small)
        {
            SmallTaken(small);
            _bulkTurn = true;
            bool joins = small.Frames == 1 && small.Length <= MaxJoined && _small.IsEmpty && _bulk.EndsBehind(small);
            turn = joins ? new SendTurn(TakeBulk(small)) : new SendTurn(_small, small);
            return true;
        }

        if (isBulkReady)
        {
            turn = new SendTurn(TakeBulk(null));
            return true;
        }

        turn = default;
        return false;
    }

    /// <summary>Notes that a turn is over: its memory is free for others.</summary>
    public void Sent(in SendTurn turn, int count)
    {
        if (turn.Block is { } block)
        {
            UnsentBytes -= count;
            turn.Lane!.Return(block);
        }
    }

    /// <summary>Gives memory back while there is nothing to send.</summary>
    public void Rest() => _bulk.Rest();

    /// <summary>Lets go of what is kept for the next frame: there has been nothing to send for some time.</summary>
    public void LongRest()
    {
        _control.Rest();
        _small.Rest();
    }

    // A payload that is announced, sent and answered with nobody waiting takes one message: every one costs both ends more than the bytes in it.
    private ReadOnlyMemory<byte> TakeBulk(SendBlock? announcement)
    {
        _bulkTurn = false;
        Memory<byte> message = _bulk.Message;
        int length = announcement is null ? 0 : Join(announcement, message.Span);
        length += _bulk.Write(message.Span[length..^MaxJoined], _lastSmallTaken, mayEnd: _small.IsEmpty, out long taken);
        UnsentBulk -= taken;
        if (_small.TakeWithin(MaxJoined) is { } small)
        {
            SmallTaken(small);
            length += Join(small, message.Span[length..]);
        }

        return message[..length];
    }

    private int Join(SendBlock block, Span<byte> message)
    {
        ReadOnlyMemory<byte> frames = block.Seal();
        frames.Span.CopyTo(message);
        UnsentBytes -= frames.Length;
        _small.Return(block);
        return frames.Length;
    }

    private void SmallTaken(SendBlock block)
    {
        _lastSmallTaken = block.Sequence;
        UnsentAnswers -= block.Answers;
    }

    public void Clear()
    {
        _control.Clear();
        _small.Clear();
        _bulk.Clear();
        UnsentBytes = 0;
        UnsentAnswers = 0;
        UnsentBulk = 0;
    }
}
