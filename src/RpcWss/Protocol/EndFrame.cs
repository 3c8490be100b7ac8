namespace RpcWss.Protocol;

/// <summary>END: a parameter stream is complete, or failed with a code (docs/protocol.md#end).</summary>
internal readonly ref struct EndFrame
{
    private const int RequiredElements = 2;

    public ulong Id { get; private init; }

    public int Stream { get; private init; }

    /// <summary>A status code; 0 when the stream is complete.</summary>
    public int Code { get; private init; }

    /// <summary>Not checked to be valid UTF-8, nor to be within 4,096 bytes.</summary>
    public ReadOnlySpan<byte> Message { get; private init; }

    public static EndFrame Read(ReadOnlySpan<byte> body, int elementCount)
    {
        if (elementCount < RequiredElements)
            ProtocolViolationException.ThrowMissingElements(FrameKind.End, RequiredElements, elementCount);

        var reader = new ElementReader(body);
        return new EndFrame
        {
            Id = reader.ReadId(),
            Stream = reader.ReadInt32("stream number"),
            Code = elementCount > 2 && !reader.TryReadNil() ? reader.ReadStatusCode() : 0,
            Message = elementCount > 3 && !reader.TryReadNil() ? reader.ReadStr() : default,
        };
    }

    public static int MaxLength(int messageLength) =>
        ElementWriter.MaxFrameStart + (3 * ElementWriter.MaxInteger) + ElementWriter.MaxHeader + messageLength;

    /// <summary>A code of 0 is left out, and the message with it.</summary>
    /// <returns>Bytes written.</returns>
    public static int Write(Span<byte> destination, ulong id, int stream, int code = 0, ReadOnlySpan<byte> message = default)
    {
        var writer = new ElementWriter(destination);
        writer.WriteFrame(code == 0 ? 3 : message.IsEmpty ? 4 : 5, FrameKind.End);
        writer.WriteUInt64(id);
        writer.WriteInt32(stream);
        if (code == 0)
            return writer.Written;

        writer.WriteInt32(code);
        if (!message.IsEmpty)
            writer.WriteStr(message);
        return writer.Written;
    }
}
