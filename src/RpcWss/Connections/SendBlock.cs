using System.Buffers;

namespace RpcWss.Connections;

/// <summary>Whole frames in one pooled array, sent as one WebSocket message.</summary>
internal sealed class SendBlock
{
    /// <summary>One frame of the largest size that every peer accepts always fits.</summary>
    public const int Capacity = 32 * 1024;

    private byte[]? _array;
    private List<(int Offset, int Length)>? _removed;

    /// <summary>Counts the blocks of a lane in the order in which they are sent.</summary>
    public long Sequence { get; private set; }

    public int Length { get; private set; }

    public int Free => Capacity - Length;

    /// <summary>How many frames were written here, with those that were taken back.</summary>
    public int Frames { get; private set; }

    /// <summary>How many calls of the peer end with what stands here.</summary>
    public int Answers { get; set; }

    public void Open(long sequence)
    {
        _array = ArrayPool<byte>.Shared.Rent(Capacity);
        Sequence = sequence;
        Length = 0;
        Frames = 0;
        Answers = 0;
    }

    /// <summary>Room for a frame, at the end.</summary>
    public Span<byte> GetSpan() => _array.AsSpan(Length, Capacity - Length);

    public void Advance(int count)
    {
        Length += count;
        Frames++;
    }

    /// <summary>Takes a frame back that has not left.</summary>
    public void Remove(int offset, int length) => (_removed ??= []).Add((offset, length));

    /// <summary>Closes the gaps that removed frames left, and gives the message; empty when nothing is left.</summary>
    public ReadOnlyMemory<byte> Seal()
    {
        if (_removed is { Count: > 0 })
        {
            Span<byte> bytes = _array;
            _removed.Sort(static (a, b) => b.Offset.CompareTo(a.Offset));
            foreach ((int offset, int length) in _removed)
            {
                bytes[(offset + length)..Length].CopyTo(bytes[offset..]);
                Length -= length;
            }

            _removed.Clear();
        }

        return _array.AsMemory(0, Length);
    }

    public void Close()
    {
        if (_array is not null)
        {
            ArrayPool<byte>.Shared.Return(_array);
            _array = null;
        }

        _removed?.Clear();
    }
}
