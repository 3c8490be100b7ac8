namespace RpcWss.Protocol;

/// <summary>CANCEL: the caller gives up a call, or the receiver of a stream asks its sender to stop (docs/protocol.md#cancel).</summary>
internal readonly ref struct CancelFrame
{
    public const int MaxLength = ElementWriter.MaxFrameStart + (3 * ElementWriter.MaxInteger);

    private const int RequiredElements = 2;

    public ulong Id { get; private init; }

    /// <summary>A status code that says why.</summary>
    public int Code { get; private init; }

    /// <summary>-1 for the call as a whole.</summary>
    public int Stream { get; private init; }

    public static CancelFrame Read(ReadOnlySpan<byte> body, int elementCount)
    {
        if (elementCount < RequiredElements)
            ProtocolViolationException.ThrowMissingElements(FrameKind.Cancel, RequiredElements, elementCount);

        var reader = new ElementReader(body);
        return new CancelFrame
        {
            Id = reader.ReadId(),
            Code = reader.ReadStatusCode(),
            Stream = elementCount > RequiredElements && !reader.TryReadNil() ? reader.ReadInt32("stream number") : -1,
        };
    }

    /// <summary>A <paramref name="stream"/> of -1 means the call as a whole.</summary>
    /// <returns>Bytes written.</returns>
    public static int Write(Span<byte> destination, ulong id, int code, int stream = -1)
    {
        var writer = new ElementWriter(destination);
        writer.WriteFrame(stream < 0 ? 3 : 4, FrameKind.Cancel);
        writer.WriteUInt64(id);
        writer.WriteInt32(code);
        if (stream >= 0)
            writer.WriteInt32(stream);
        return writer.Written;
    }
}
