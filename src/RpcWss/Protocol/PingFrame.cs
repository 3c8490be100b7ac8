namespace RpcWss.Protocol;

/// <summary>PING: asks for a PONG with the same value (docs/protocol.md#ping).</summary>
internal readonly ref struct PingFrame
{
    public const int MaxLength = ElementWriter.MaxFrameStart + ElementWriter.MaxInteger;

    private const int RequiredElements = 1;

    public ulong Value { get; private init; }

    public static PingFrame Read(ReadOnlySpan<byte> body, int elementCount)
    {
        if (elementCount < RequiredElements)
            ProtocolViolationException.ThrowMissingElements(FrameKind.Ping, RequiredElements, elementCount);

        var reader = new ElementReader(body);
        return new PingFrame { Value = reader.ReadUInt64() };
    }

    /// <returns>Bytes written.</returns>
    public static int Write(Span<byte> destination, ulong value)
    {
        var writer = new ElementWriter(destination);
        writer.WriteFrame(2, FrameKind.Ping);
        writer.WriteUInt64(value);
        return writer.Written;
    }
}
