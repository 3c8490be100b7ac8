using System.Buffers;

namespace RpcWss.Connections;

/// <summary>
/// Payloads in chunks and streams of items, which take turns: each message holds what the first of them has ready, up to one quantum, and where that
/// is little, what the next have. Guarded by the connection's gate; the message is the writer's until it asks for the next.
/// </summary>
internal sealed class BulkLane
{
    private const int LeastPiece = 1024;

    private readonly Queue<BulkSource> _sources = new();
    private byte[]? _message;

    public bool IsEmpty => _sources.Count == 0;

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

    /// <summary>Fills a message; <paramref name="taken"/> is how much less is ready now.</summary>
    public ReadOnlyMemory<byte> Take(long lastSmallTaken, out long taken)
    {
        _message ??= ArrayPool<byte>.Shared.Rent(SendBlock.Capacity);
        Span<byte> room = _message.AsSpan(0, SendBlock.Capacity);
        int length = 0;
        taken = 0;
        int turns = _sources.Count;
        while (turns-- > 0 && taken <= SendQueue.Quantum - LeastPiece && IsReady(lastSmallTaken))
        {
            BulkSource source = Dequeue();
            length += source.Write(room[length..], SendQueue.Quantum - (int)taken, out int count);
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

        return _message.AsMemory(0, length);
    }

    /// <summary>Gives the memory back while nothing is sent.</summary>
    public void Rest()
    {
        if (_message is not null)
        {
            ArrayPool<byte>.Shared.Return(_message);
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

    private BulkSource Dequeue()
    {
        BulkSource source = _sources.Dequeue();
        source.IsQueued = false;
        return source;
    }
}
