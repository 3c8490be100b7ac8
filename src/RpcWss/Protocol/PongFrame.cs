namespace RpcWss.Protocol;

/// <summary>PONG: answers a PING with its value (docs/protocol.md#ping).</summary>
internal readonly ref struct PongFrame
{
    public const int MaxLength = ElementWriter.MaxFrameStart + ElementWriter.MaxInteger;

    private const int RequiredElements = 1;

    public ulong Value { get; private init; }

    public static PongFrame Read(ReadOnlySpan<byte> body, int elementCount)
    {
        if (elementCount < RequiredElements)
            ProtocolViolationException.ThrowMissingElements(FrameKind.Pong, RequiredElements, elementCount);

        var reader = new ElementReader(body);
        return new PongFrame { Value = reader.ReadUInt64() };
    }

    /// <returns>Bytes written.</returns>
    public static int Write(Span<byte> destination, ulong value)
    {
        var writer = new ElementWriter(destination);
        writer.WriteFrame(2, FrameKind.Pong);
        writer.WriteUInt64(value);
        return writer.Written;
    }
}
