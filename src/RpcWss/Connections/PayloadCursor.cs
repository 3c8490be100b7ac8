namespace RpcWss.Connections;

/// <summary>Reads a <see cref="PayloadBuffer"/> from its start in pieces of any size.</summary>
internal struct PayloadCursor(PayloadBuffer buffer)
{
    private PayloadSegment? _segment = buffer.Segments();
    private int _offset;

    /// <summary>Fills <paramref name="destination"/>; the buffer must hold that many more bytes.</summary>
    public void Read(Span<byte> destination)
    {
        while (destination.Length > 0)
        {
            PayloadSegment segment = _segment ?? throw new InvalidOperationException("The payload ended before the cursor.");
            int count = Math.Min(destination.Length, segment.Written - _offset);
            segment.Array.AsSpan(_offset, count).CopyTo(destination);
            destination = destination[count..];
            _offset += count;
            if (_offset == segment.Written)
            {
                _segment = segment.Following;
                _offset = 0;
            }
        }
    }
}
