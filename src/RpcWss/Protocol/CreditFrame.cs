namespace RpcWss.Protocol;

/// <summary>CREDIT: lets the peer send more (docs/protocol.md#credit).</summary>
internal readonly ref struct CreditFrame
{
    public const int MaxLength = ElementWriter.MaxFrameStart + (3 * ElementWriter.MaxInteger);

    private const int RequiredElements = 3;

    /// <summary>0 for the one-way calls of the connection.</summary>
    public ulong Id { get; private init; }

    public int Stream { get; private init; }

    /// <summary>1 to 2^31-1, in addition to what was granted before.</summary>
    public int Bytes { get; private init; }

    public static CreditFrame Read(ReadOnlySpan<byte> body, int elementCount)
    {
        if (elementCount < RequiredElements)
            ProtocolViolationException.ThrowMissingElements(FrameKind.Credit, RequiredElements, elementCount);

        var reader = new ElementReader(body);
        ulong id = reader.ReadUInt64();
        int stream = reader.ReadInt32("stream number");
        int bytes = reader.ReadInt32("credit");
        if (id > ProtocolConstants.MaxId)
            ProtocolViolationException.ThrowOutOfRange("call id", id);
        if (id == 0 && stream != 0)
            ProtocolViolationException.ThrowOutOfRange("stream number of a CREDIT for one-way calls", (ulong)stream);
        if (bytes == 0)
            ProtocolViolationException.ThrowOutOfRange("credit", 0);
        return new CreditFrame { Id = id, Stream = stream, Bytes = bytes };
    }

    /// <returns>Bytes written.</returns>
    public static int Write(Span<byte> destination, ulong id, int stream, int bytes)
    {
        var writer = new ElementWriter(destination);
        writer.WriteFrame(4, FrameKind.Credit);
        writer.WriteUInt64(id);
        writer.WriteInt32(stream);
        writer.WriteInt32(bytes);
        return writer.Written;
    }
}
