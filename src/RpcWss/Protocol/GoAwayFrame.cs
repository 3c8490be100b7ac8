namespace RpcWss.Protocol;

/// <summary>GOAWAY: the sender will stop serving calls (docs/protocol.md#goaway).</summary>
internal readonly ref struct GoAwayFrame
{
    private const int RequiredElements = 4;

    /// <summary>The last call of the receiver that is served; 2^63-1 in the first phase of a drain.</summary>
    public ulong LastId { get; private init; }

    /// <summary>May be a number that this version does not name; such a connection ends at once.</summary>
    public GoAwayCode Code { get; private init; }

    /// <summary>For people; not checked to be valid UTF-8.</summary>
    public ReadOnlySpan<byte> Reason { get; private init; }

    /// <summary>How long the calls that are still served may take.</summary>
    public ulong DrainMs { get; private init; }

    /// <summary>Whether the connection closes right behind this frame, without a drain.</summary>
    public bool IsAbort => Code is not (GoAwayCode.Shutdown or GoAwayCode.Draining);

    public static GoAwayFrame Read(ReadOnlySpan<byte> body, int elementCount)
    {
        if (elementCount < RequiredElements)
            ProtocolViolationException.ThrowMissingElements(FrameKind.GoAway, RequiredElements, elementCount);

        var reader = new ElementReader(body);
        ulong lastId = reader.ReadUInt64();
        if (lastId > ProtocolConstants.MaxId)
            ProtocolViolationException.ThrowOutOfRange("last id", lastId);
        return new GoAwayFrame
        {
            LastId = lastId,
            Code = (GoAwayCode)reader.ReadClampedInt32(),
            Reason = reader.ReadStr(),
            DrainMs = Math.Min(reader.ReadUInt64(), ProtocolConstants.MaxDeadlineMs),
        };
    }

    public static int MaxLength(int reasonLength) =>
        ElementWriter.MaxFrameStart + (3 * ElementWriter.MaxInteger) + ElementWriter.MaxHeader + reasonLength;

    /// <returns>Bytes written.</returns>
    public static int Write(Span<byte> destination, ulong lastId, GoAwayCode code, ReadOnlySpan<byte> reason, ulong drainMs)
    {
        var writer = new ElementWriter(destination);
        writer.WriteFrame(5, FrameKind.GoAway);
        writer.WriteUInt64(lastId);
        writer.WriteInt32((int)code);
        writer.WriteStr(reason);
        writer.WriteUInt64(drainMs);
        return writer.Written;
    }
}
