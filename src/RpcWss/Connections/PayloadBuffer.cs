using System.Buffers;
using System.Numerics;
using MessagePack;

namespace RpcWss.Connections;

/// <summary>
/// An encoded argument list or result, in pooled segments: a small one lives in an array of its own that is kept from call to call, a
/// large one never needs an array of its size. One owner at a time; not thread-safe.
/// </summary>
internal sealed class PayloadBuffer : IBufferWriter<byte>
{
    private const int OwnSize = 256;
    private const int FirstRentedSize = 4 * 1024;
    private const int LeastLargeSize = 32 * 1024;
    private const int LargestRentedSize = 1024 * 1024;

    private readonly PayloadSegment _head = new(new byte[OwnSize]);
    private PayloadSegment _tail;
    private long _sealedLength;

    public PayloadBuffer() => _tail = _head;

    /// <summary>How many bytes have been written.</summary>
    public long Length => _sealedLength + _tail.Written;

    internal PayloadSegment Head => _head;

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)_tail.Free);
        _tail.Written += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureFree(sizeHint);
        return _tail.Array.AsMemory(_tail.Written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureFree(sizeHint);
        return _tail.Array.AsSpan(_tail.Written);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            Span<byte> free = _tail.Array.AsSpan(_tail.Written);
            if (bytes.Length <= free.Length)
            {
                bytes.CopyTo(free);
                _tail.Written += bytes.Length;
                return;
            }

            bytes[..free.Length].CopyTo(free);
            _tail.Written += free.Length;
            bytes = bytes[free.Length..];
            AddSegment(0);
        }
    }

    /// <summary>Copies all bytes; <paramref name="destination"/> must hold them.</summary>
    public void CopyTo(Span<byte> destination)
    {
        for (PayloadSegment? segment = _head; segment is not null; segment = segment.Following)
        {
            segment.Array.AsSpan(0, segment.Written).CopyTo(destination);
            destination = destination[segment.Written..];
        }
    }

    /// <summary>Appends all bytes to another buffer.</summary>
    public void CopyTo(PayloadBuffer destination)
    {
        for (PayloadSegment? segment = _head; segment is not null; segment = segment.Following)
        {
            destination.Write(segment.Array.AsSpan(0, segment.Written));
        }
    }

    /// <summary>A reader over the bytes; valid until the next change.</summary>
    public MessagePackReader CreateReader() =>
        _tail == _head ? new MessagePackReader(_head.Array.AsMemory(0, _head.Written)) : new MessagePackReader(AsSequence());

    /// <summary>The bytes; valid until the next change.</summary>
    public ReadOnlySequence<byte> AsSequence()
    {
        if (_tail == _head)
        {
            return new ReadOnlySequence<byte>(_head.Array, 0, _head.Written);
        }

        long index = 0;
        for (PayloadSegment? segment = _head; segment is not null; segment = segment.Following)
        {
            index = segment.Publish(index);
        }

        return new ReadOnlySequence<byte>(_head, 0, _tail, _tail.Written);
    }

    /// <summary>Forgets the bytes and gives rented memory back.</summary>
    public void Clear()
    {
        PayloadSegment? segment = _head.Following;
        while (segment is not null)
        {
            PayloadSegment? following = segment.Following;
            ArrayPool<byte>.Shared.Return(segment.Array);
            segment = following;
        }

        _head.Following = null;
        _head.Written = 0;
        _tail = _head;
        _sealedLength = 0;
    }

    private void EnsureFree(int sizeHint)
    {
        if (_tail.Free < Math.Max(sizeHint, 1))
        {
            AddSegment(sizeHint);
        }
    }

    private void AddSegment(int sizeHint)
    {
        // Few pieces, since the pool keeps so many of each size and no more: what it has not is new, and collecting it stops everything. Yet never much more than was asked for.
        int most = (int)Math.Clamp(Length / 4, LeastLargeSize, LargestRentedSize);
        int size = _tail == _head ? FirstRentedSize : Math.Min(_tail.Array.Length * 2, (int)BitOperations.RoundUpToPowerOf2((uint)most + 1) / 2);
        var segment = new PayloadSegment(ArrayPool<byte>.Shared.Rent(Math.Max(size, sizeHint)));
        _sealedLength += _tail.Written;
        _tail.Following = segment;
        _tail = segment;
    }
}
