using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
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
    private const int LargestKeptSize = 16 * 1024;

    // Whoever writes more than this gives up the processor between steps, for what waits behind it: its memory may be new, and cost milliseconds a mebibyte.
    private const int LongLength = 128 * 1024;
    private const int LongStep = 16 * 1024;

    private readonly byte[] _own = new byte[OwnSize];
    private byte[] _array;          // what is written to: the own one, or the last segment's
    private PayloadSegment? _head;  // the own array as the first of several; null while it holds everything
    private PayloadSegment? _tail;
    private PayloadSegment? _kept;
    private long _sealedLength;
    private int _written;

    public PayloadBuffer() => _array = _own;

    /// <summary>How many bytes have been written.</summary>
    public long Length => _sealedLength + _written;

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_array.Length - _written));
        _written += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        int free = EnsureFree(sizeHint);
        return _array.AsMemory(_written, free);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        int free = EnsureFree(sizeHint);
        return _array.AsSpan(_written, free);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is > OwnSize and <= LeastLargeSize && Length == 0)
        {
            AddSegment(bytes.Length);   // in one piece, which is what reads fastest
        }

        while (true)
        {
            Span<byte> free = _array.AsSpan(_written);
            if (bytes.Length <= free.Length)
            {
                bytes.CopyTo(free);
                _written += bytes.Length;
                return;
            }

            bytes[..free.Length].CopyTo(free);
            _written += free.Length;
            bytes = bytes[free.Length..];
            AddSegment(0);
        }
    }

    /// <summary>Copies all bytes; <paramref name="destination"/> must hold them.</summary>
    public void CopyTo(Span<byte> destination)
    {
        if (_sealedLength == 0)
        {
            _array.AsSpan(0, _written).CopyTo(destination);
            return;
        }

        for (PayloadSegment? segment = Segments(); segment is not null; segment = segment.Following)
        {
            segment.Array.AsSpan(0, segment.Written).CopyTo(destination);
            destination = destination[segment.Written..];
        }
    }

    /// <summary>Appends all bytes to another buffer.</summary>
    public void CopyTo(PayloadBuffer destination)
    {
        for (PayloadSegment? segment = Segments(); segment is not null; segment = segment.Following)
        {
            destination.Write(segment.Array.AsSpan(0, segment.Written));
        }
    }

    /// <summary>The bytes where they are in one piece; valid until the next change.</summary>
    public bool TryGetSpan(out ReadOnlySpan<byte> bytes)
    {
        bytes = _array.AsSpan(0, _written);
        return _sealedLength == 0;
    }

    /// <summary>A reader over the bytes; valid until the next change.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]      // a copy of a reader costs as much as the reading of small arguments
    public MessagePackReader CreateReader() => _sealedLength == 0 ? new MessagePackReader(_array.AsMemory(0, _written)) : CreateSequenceReader();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private MessagePackReader CreateSequenceReader() => new(AsSequence());

    /// <summary>The bytes; valid until the next change.</summary>
    public ReadOnlySequence<byte> AsSequence()
    {
        if (_tail is not { } tail || _sealedLength == 0)
        {
            return new ReadOnlySequence<byte>(_array, 0, _written);
        }

        PayloadSegment first = Segments();
        long index = 0;
        for (PayloadSegment? segment = first; segment is not null; segment = segment.Following)
        {
            index = segment.Publish(index);
        }

        return new ReadOnlySequence<byte>(first, 0, tail, _written);
    }

    /// <summary>The pieces; valid until the next change.</summary>
    public PayloadSegment Segments()
    {
        (_tail ?? (_head ??= new PayloadSegment(_own))).Written = _written;
        return _head!;
    }

    /// <summary>Forgets the bytes and keeps a piece of rented memory for the next like them, until <see cref="Clear"/>.</summary>
    public void Restart()
    {
        if (_kept is null && _head?.Following is { Following: null, Array.Length: <= LargestKeptSize } only)
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
        _written = 0;
        if (_tail is not null)
        {
            ReturnSegments();
        }
    }

    private void ReturnSegments()
    {
        PayloadSegment? segment = _head!.Following;
        while (segment is not null)
        {
            PayloadSegment? following = segment.Following;
            ArrayPool<byte>.Shared.Return(segment.Array);
            segment = following;
        }

        _head.Following = null;
        _tail = null;
        _array = _own;
        _sealedLength = 0;
    }

    // Returns how much may be written at once.
    private int EnsureFree(int sizeHint)
    {
        if (_array.Length - _written < Math.Max(sizeHint, 1))
        {
            AddSegment(sizeHint);
        }

        int free = _array.Length - _written;
        if (Length < LongLength)
        {
            return free;
        }

        Thread.Yield();
        return Math.Min(free, Math.Max(sizeHint, LongStep));
    }

    private void AddSegment(int sizeHint)
    {
        PayloadSegment segment = TakeKept(sizeHint) ?? new PayloadSegment(ArrayPool<byte>.Shared.Rent(Math.Max(NextSize(), sizeHint)));
        PayloadSegment last = _tail ?? (_head ??= new PayloadSegment(_own));
        last.Written = _written;
        last.Following = segment;
        _sealedLength += _written;
        _written = 0;
        _tail = segment;
        _array = segment.Array;
    }

    private PayloadSegment? TakeKept(int sizeHint)
    {
        if (_kept is not { } kept || kept.Array.Length < sizeHint)
        {
            return null;
        }

        _kept = null;
        return kept;
    }

    // Few pieces, since the pool keeps so many of each size and no more: what it has not is new, and collecting it stops everything. Yet never much more than was asked for.
    private int NextSize()
    {
        int most = (int)Math.Clamp(Length / 4, LeastLargeSize, LargestRentedSize);
        return _tail is null ? FirstRentedSize : Math.Min(_array.Length * 2, (int)BitOperations.RoundUpToPowerOf2((uint)most + 1) / 2);
    }
}
