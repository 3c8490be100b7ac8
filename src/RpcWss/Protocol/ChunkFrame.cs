namespace RpcWss.Protocol;

/// <summary>CHUNK: a piece of an announced payload (docs/protocol.md#chunk).</summary>
internal readonly ref struct ChunkFrame
{
    public const int MaxHeaderLength = ElementWriter.MaxFrameStart + (2 * ElementWriter.MaxInteger) + ElementWriter.MaxHeader;

    private const int RequiredElements = 3;

    public ulong Id { get; private init; }

    public int Stream { get; private init; }

    /// <summary>May be empty if the peer misbehaves, which fails the call and not the connection.</summary>
    public ReadOnlySpan<byte> Bytes { get; private init; }

    public static ChunkFrame Read(ReadOnlySpan<byte> body, int elementCount)
    {
        if (elementCount < RequiredElements)
            ProtocolViolationException.ThrowMissingElements(FrameKind.Chunk, RequiredElements, elementCount);

        var reader = new ElementReader(body);
        return new ChunkFrame
        {
            Id = reader.ReadId(),
            Stream = reader.ReadInt32("stream number"),
            Bytes = reader.ReadBin(),
        };
    }

    /// <summary>Writes everything up to the chunk's bytes, which the caller puts behind.</summary>
    /// <returns>Bytes written.</returns>
    public static int WriteHeader(Span<byte> destination, ulong id, int stream, int length)
    {
        var writer = new ElementWriter(destination);
        writer.WriteFrame(4, FrameKind.Chunk);
        writer.WriteUInt64(id);
        writer.WriteInt32(stream);
        writer.WriteBinHeader(length);
        return writer.Written;
    }
}
