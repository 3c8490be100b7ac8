using System.Buffers;
using RpcWss.Protocol;

namespace RpcWss.Connections.Streams;

/// <summary>
/// Items that may leave, in the frames in which they will: small ones share a frame for as long as the writer has not come for it. Guarded by the
/// connection's gate.
/// </summary>
internal sealed class StagedFrames
{
    private const int LeastSize = 256;

    // Two of them fill two TLS records, with what goes around them.
    private const int FullSize = SendQueue.MaxInlinePayload - 64;

    // The frames of a stream are alike: the next is given at once what the last has grown to.
    private int _lastSize = LeastSize;
    private readonly Queue<StagedFrame> _full = new();
    private StagedFrame? _open;
    private StagedFrame? _spare;

    public bool IsEmpty => _open is null && _full.Count == 0;

    /// <summary>What the staged frames cost: their items' bytes and a fixed part each.</summary>
    public int Length { get; private set; }

    /// <summary>Whether an item of this length can join the frame that is open.</summary>
    public bool FitsOpen(long length) => _open is { } open && open.Length + length <= FullSize;

    /// <summary>How much the open frame still takes.</summary>
    public int OpenRoom => _open is { } open ? FullSize - open.Length : 0;

    public void Begin(bool stalled)
    {
        Close();
        _open = _spare ?? new StagedFrame();
        _spare = null;
        _open.Stalled = stalled;
        Length += SendCredit.FrameCost;
    }

    /// <summary>Adds to the open frame.</summary>
    public Span<byte> Reserve(int length)
    {
        StagedFrame frame = _open!;
        frame.EnsureFree(length, _lastSize);
        Span<byte> span = frame.Bytes.AsSpan(frame.Length, length);
        frame.Length += length;
        Length += length;
        return span;
    }

    /// <summary>Writes the oldest frames; <paramref name="taken"/> is what they cost.</summary>
    public int Write(Span<byte> destination, ulong callId, int stream, int most, out int taken)
    {
        int written = 0;
        taken = 0;
        while (!IsEmpty)
        {
            StagedFrame frame = _full.Count > 0 ? _full.Peek() : _open!;
            int cost = frame.Length + SendCredit.FrameCost;
            if ((taken > 0 && taken + cost > most) || destination.Length - written < frame.Length + ItemFrame.MaxHeaderLength)
            {
                break;
            }

            written += ItemFrame.WriteHeader(destination[written..], callId, stream, frame.Length, frame.Stalled);
            frame.Bytes.AsSpan(0, frame.Length).CopyTo(destination[written..]);
            written += frame.Length;
            written += frame.Stalled ? ItemFrame.WriteStalled(destination[written..]) : 0;
            taken += cost;
            Remove(frame);
        }

        Length -= taken;
        return written;
    }

    public void Clear()
    {
        while (!IsEmpty)
        {
            Remove(_full.Count > 0 ? _full.Peek() : _open!);
        }

        Length = 0;
    }

    private void Close()
    {
        if (_open is not null)
        {
            _full.Enqueue(_open);
            _open = null;
        }
    }

    private void Remove(StagedFrame frame)
    {
        if (frame == _open)
        {
            _open = null;
        }
        else
        {
            _full.Dequeue();
        }

        _lastSize = Math.Max(frame.Length, LeastSize);
        frame.Clear();
        _spare ??= frame;
    }

    /// <summary>The items of one ITEM frame.</summary>
    private sealed class StagedFrame
    {
        public byte[] Bytes { get; private set; } = [];

        public int Length { get; set; }

        /// <summary>Whether the sender had waited for credit before this frame.</summary>
        public bool Stalled { get; set; }

        public void EnsureFree(int count, int firstSize)
        {
            if (Bytes.Length - Length >= count)
            {
                return;
            }

            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(Length + count, Bytes.Length * 2), firstSize));
            Bytes.AsSpan(0, Length).CopyTo(larger);
            Return();
            Bytes = larger;
        }

        public void Clear()
        {
            Return();
            Bytes = [];
            Length = 0;
        }

        private void Return()
        {
            if (Bytes.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(Bytes);
            }
        }
    }
}
