namespace RpcWss.Protocol;

/// <summary>
/// Walks the frames of one WebSocket message. Each frame is measured as a whole before any of it is handed out, so the body
/// decoders only ever see complete frames within the size limit.
/// </summary>
/// <param name="message">One whole message. The bodies handed out are slices of it.</param>
/// <param name="maxFrame">The largest frame accepted, in bytes; what this side announced in its HELLO.</param>
internal ref struct FrameReader(ReadOnlySpan<byte> message, int maxFrame)
{
    private readonly int _maxFrame = maxFrame;
    private ReadOnlySpan<byte> _rest = message;
    private bool _started;

    /// <summary>Elements in the body of the frame read last.</summary>
    public int ElementCount { get; private set; }

    /// <summary>Frames of unknown optional kinds passed over so far.</summary>
    public int SkippedFrames { get; private set; }

    /// <summary>Advances to the next frame of a known kind.</summary>
    /// <returns>False at the end of the message.</returns>
    /// <exception cref="ProtocolViolationException">The message holds something else than whole frames of known or optional kinds.</exception>
    public bool TryRead(out FrameKind kind, out ReadOnlySpan<byte> body)
    {
        if (!_started && _rest.IsEmpty)
            ProtocolViolationException.Throw("A message without a frame arrived; at least one is needed");

        _started = true;
        while (!_rest.IsEmpty)
        {
            ulong number = ReadFrame(out body);
            if (number <= (ulong)FrameKind.Ack)
            {
                kind = (FrameKind)number;
                return true;
            }

            if (number is < ProtocolConstants.FirstOptionalKind or > ProtocolConstants.LastOptionalKind)
                ProtocolViolationException.Throw($"A frame of an unknown critical kind arrived; kind {number}");

            SkippedFrames++;
        }

        kind = default;
        body = default;
        return false;
    }

    private ulong ReadFrame(out ReadOnlySpan<byte> body)
    {
        var reader = new ElementReader(_rest);
        int count = reader.ReadArrayHeader();
        if (count == 0)
            ProtocolViolationException.Throw("An empty array arrived; a frame starts with its kind");

        ulong number = reader.ReadUInt64();
        ReadOnlySpan<byte> start = reader.Rest;
        for (int element = 1; element < count; element++)
            reader.Skip();

        int length = _rest.Length - reader.Rest.Length;
        if (length > _maxFrame)
        {
            ProtocolViolationException.Throw(
                GoAwayCode.LimitExceeded, $"A frame is larger than announced as accepted; {length} bytes, maxFrame is {_maxFrame}");
        }

        body = start[..(start.Length - reader.Rest.Length)];
        _rest = reader.Rest;
        ElementCount = count - 1;
        return number;
    }
}
