namespace RpcWss.Protocol;

/// <summary>ACK: how many non-control frames of the session arrived; only with resume (docs/protocol.md#resume).</summary>
internal readonly ref struct AckFrame
{
    public const int MaxLength = ElementWriter.MaxFrameStart + ElementWriter.MaxInteger;

    private const int RequiredElements = 1;

    public ulong Count { get; private init; }

    public static AckFrame Read(ReadOnlySpan<byte> body, int elementCount)
    {
        if (elementCount < RequiredElements)
            ProtocolViolationException.ThrowMissingElements(FrameKind.Ack, RequiredElements, elementCount);

        var reader = new ElementReader(body);
        return new AckFrame { Count = reader.ReadUInt64() };
    }

    /// <returns>Bytes written.</returns>
    public static int Write(Span<byte> destination, ulong count)
    {
        var writer = new ElementWriter(destination);
        writer.WriteFrame(2, FrameKind.Ack);
        writer.WriteUInt64(count);
        return writer.Written;
    }
}
