namespace RpcWss.Protocol;

/// <summary>HEADERS: the callee's metadata ahead of the first item (docs/protocol.md#headers).</summary>
internal readonly ref struct HeadersFrame
{
    private const int RequiredElements = 2;

    public ulong Id { get; private init; }

    /// <summary>As encoded, for <see cref="MetadataCodec"/>: not yet checked.</summary>
    public ReadOnlySpan<byte> Metadata { get; private init; }

    public static HeadersFrame Read(ReadOnlySpan<byte> body, int elementCount)
    {
        if (elementCount < RequiredElements)
            ProtocolViolationException.ThrowMissingElements(FrameKind.Headers, RequiredElements, elementCount);

        var reader = new ElementReader(body);
        return new HeadersFrame { Id = reader.ReadId(), Metadata = reader.ReadRaw() };
    }

    public static int MaxLength(int metadataLength) =>
        ElementWriter.MaxFrameStart + ElementWriter.MaxInteger + metadataLength;

    /// <summary><paramref name="metadata"/> is what <see cref="MetadataCodec"/> encoded.</summary>
    /// <returns>Bytes written.</returns>
    public static int Write(Span<byte> destination, ulong id, ReadOnlySpan<byte> metadata)
    {
        var writer = new ElementWriter(destination);
        writer.WriteFrame(3, FrameKind.Headers);
        writer.WriteUInt64(id);
        writer.WriteRaw(metadata);
        return writer.Written;
    }
}
