namespace RpcWss.Protocol;

/// <summary>ITEM: one item of a stream, or the announcement of a large unary result (docs/protocol.md#item).</summary>
internal readonly ref struct ItemFrame
{
    public const int MaxHeaderLength = ElementWriter.MaxFrameStart + (4 * ElementWriter.MaxInteger);

    private const int RequiredElements = 3;

    public ulong Id { get; private init; }

    public int Stream { get; private init; }

    /// <summary>The item follows in CHUNK frames of the same stream.</summary>
    public bool IsAnnounced { get; private init; }

    /// <summary>Total bytes to come, at least 1.</summary>
    public ulong AnnouncedLength { get; private init; }

    /// <summary>The inline item; empty when it is announced.</summary>
    public ReadOnlySpan<byte> Payload { get; private init; }

    /// <summary>The sender had to wait for credit before this item.</summary>
    public bool HasStalled { get; private init; }

    public static ItemFrame Read(ReadOnlySpan<byte> body, int elementCount)
    {
        if (elementCount < RequiredElements)
            ProtocolViolationException.ThrowMissingElements(FrameKind.Item, RequiredElements, elementCount);

        var reader = new ElementReader(body);
        ulong id = reader.ReadId();
        int stream = reader.ReadInt32("stream number");
        PayloadElement payload = PayloadElement.Read(ref reader);
        return new ItemFrame
        {
            Id = id,
            Stream = stream,
            IsAnnounced = payload.IsAnnounced,
            AnnouncedLength = payload.AnnouncedLength,
            Payload = payload.Inline,
            HasStalled = elementCount > RequiredElements && !reader.TryReadNil() && reader.ReadUInt64() != 0,
        };
    }

    /// <summary>Writes everything up to the item's bytes, which the caller puts behind; with <paramref name="stalled"/>, <see cref="WriteStalled"/> behind those.</summary>
    /// <returns>Bytes written.</returns>
    public static int WriteHeader(Span<byte> destination, ulong id, int stream, int inlineLength, bool stalled = false)
    {
        var writer = new ElementWriter(destination);
        WriteElements(ref writer, id, stream, stalled);
        writer.WriteBinHeader(inlineLength);
        return writer.Written;
    }

    /// <summary>Writes the whole frame of an item that follows in CHUNK frames.</summary>
    /// <returns>Bytes written.</returns>
    public static int WriteAnnounced(Span<byte> destination, ulong id, int stream, ulong announcedLength, bool stalled = false)
    {
        var writer = new ElementWriter(destination);
        WriteElements(ref writer, id, stream, stalled);
        writer.WriteUInt64(announcedLength);
        return writer.Written + (stalled ? WriteStalled(destination[writer.Written..]) : 0);
    }

    /// <summary>Writes the last element of an item before which the sender had to wait for credit.</summary>
    /// <returns>Bytes written.</returns>
    public static int WriteStalled(Span<byte> destination)
    {
        var writer = new ElementWriter(destination);
        writer.WriteInt32(1);
        return writer.Written;
    }

    private static void WriteElements(ref ElementWriter writer, ulong id, int stream, bool stalled)
    {
        writer.WriteFrame(stalled ? 5 : 4, FrameKind.Item);
        writer.WriteUInt64(id);
        writer.WriteInt32(stream);
    }
}
