namespace RpcWss.Connections;

/// <summary>
/// Payloads in chunks and streams of items, which take turns: each message holds what the first of them has ready, up to one quantum, and where that
/// is little, what the next have. Guarded by the connection's gate; the message is the writer's until it asks for the next.
/// </summary>
/// <param name="mayTakeLong">Whether nobody would notice turns that take twice as long. Called under the gate.</param>
internal sealed class BulkLane(Func<bool> mayTakeLong)
{
    /// <summary>A turn where nobody waits for it to end: two TLS records and what goes around them, which one write to the socket takes.</summary>
    private const int LongTurn = (32 * 1024) - 64;

    /// <summary>The rest of a payload up to this may leave in one message when nobody else waits.</summary>
    private const int LargestEnd = 65 * 1024;
    private const int LeastPiece = 1024;

    private readonly Queue<BulkSource> _sources = new();
    private byte[]? _message;

    public bool IsEmpty => _sources.Count == 0;

    /// <summary>Whether there is more than one that takes turns.</summary>
    public bool IsShared => _sources.Count > 1;

    public void Add(BulkSource source)
    {
        if (!source.IsQueued)
        {
            source.IsQueued = true;
            _sources.Enqueue(source);
        }
    }

    /// <summary>Whether the first that has something to send may send it: what it must follow has left.</summary>
    public bool IsReady(long lastSmallTaken)
    {
        while (_sources.TryPeek(out BulkSource? source))
        {
            if (source.Ready > 0)
            {
                return source.AfterBlock <= lastSmallTaken;
            }

            Dequeue();
        }

        return false;
    }

    /// <summary>The memory of the message that leaves next.</summary>
    public Memory<byte> Message => _message ??= MessagePool.Rent();

    /// <summary>Whether all that is ready is a payload which that block announces and one message holds.</summary>
    public bool EndsBehind(SendBlock block) => EndsWithMessage(block.Sequence) && _sources.Peek().AfterBlock == block.Sequence;

    /// <summary>Writes the frames of a message; <paramref name="taken"/> is how much less is ready now.</summary>
    public int Write(Span<byte> room, long lastSmallTaken, bool mayEnd, out long taken)
    {
        int quantum = mayEnd && EndsWithMessage(lastSmallTaken) ? LargestEnd
            : mayEnd && _sources.Count == 1 && mayTakeLong() ? LongTurn
            : SendQueue.Quantum;
        int length = 0;
        taken = 0;
        int turns = _sources.Count;
        while (turns-- > 0 && taken <= quantum - LeastPiece && IsReady(lastSmallTaken))
        {
            BulkSource source = Dequeue();
            length += source.Write(room[length..], quantum - (int)taken, out int count);
            taken += count;
            if (source.Ready > 0)
            {
                Add(source);
            }

            source.Written();
            if (count == 0)
            {
                break;
            }
        }

        return length;
    }

    /// <summary>Gives the memory back while nothing is sent.</summary>
    public void Rest()
    {
        if (_message is not null)
        {
            MessagePool.Return(_message);
            _message = null;
        }
    }

    public void Clear()
    {
        while (_sources.Count > 0)
        {
            Dequeue();
        }
    }

    private bool EndsWithMessage(long lastSmallTaken) => IsReady(lastSmallTaken) && _sources.Count == 1 && _sources.Peek().EndsWithin(LargestEnd);

    private BulkSource Dequeue()
    {
        BulkSource source = _sources.Dequeue();
        source.IsQueued = false;
        return source;
    }
}
