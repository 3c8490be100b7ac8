using System.Buffers;
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
    private const int LargestRentedSize = 32 * 1024;
    private const int LargestKeptSize = 16 * 1024;

    private readonly PayloadSegment _head = new(new byte[OwnSize]);
    private PayloadSegment _tail;
    private PayloadSegment? _kept;
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
        if (bytes.Length is > OwnSize and <= LargestRentedSize && _tail == _head && _head.Written == 0)
        {
            AddSegment(bytes.Length);   // in one piece, which is what reads fastest
        }

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
        _sealedLength == 0 ? new MessagePackReader(_tail.Array.AsMemory(0, _tail.Written)) : new MessagePackReader(AsSequence());

    /// <summary>The bytes; valid until the next change.</summary>
    public ReadOnlySequence<byte> AsSequence()
    {
        if (_sealedLength == 0)
        {
            return new ReadOnlySequence<byte>(_tail.Array, 0, _tail.Written);
        }

        long index = 0;
        for (PayloadSegment? segment = _head; segment is not null; segment = segment.Following)
        {
            index = segment.Publish(index);
        }

        return new ReadOnlySequence<byte>(_head, 0, _tail, _tail.Written);
    }

    /// <summary>Forgets the bytes and keeps a piece of rented memory for the next like them, until <see cref="Clear"/>.</summary>
    public void Restart()
    {
        if (_kept is null && _head.Following is { Following: null, Array.Length: <= LargestKeptSize } only)
        {
            _kept = only;
            only.Written = 0;
            _head.Following = null;
        }

        Empty();
    }

    /// <summary>Forgets the bytes and gives rented memory back.</summary>
    public void Clear()
    {
        if (_kept is { } kept)
        {
            _kept = null;
            ArrayPool<byte>.Shared.Return(kept.Array);
        }

        Empty();
    }

    private void Empty()
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
        PayloadSegment segment;
        if (_kept is { } kept && kept.Array.Length >= sizeHint)
        {
            segment = kept;
            _kept = null;
        }
        else
        {
            int size = _tail == _head ? FirstRentedSize : Math.Min(_tail.Array.Length * 2, LargestRentedSize);
            segment = new PayloadSegment(ArrayPool<byte>.Shared.Rent(Math.Max(size, sizeHint)));
        }

        _sealedLength += _tail.Written;
        _tail.Following = segment;
        _tail = segment;
    }
}
