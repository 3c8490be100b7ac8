using System.Text;
using System.Text.Unicode;

namespace RpcWss.Protocol;

/// <summary>
/// Metadata on the wire: a flat array of key, value, key, value (docs/protocol.md#metadata). Its size, which limits and the
/// one-way window count, is the bytes of keys and values and 32 for each entry.
/// </summary>
internal static class MetadataCodec
{
    /// <summary>The size of metadata about to be sent, in the limit's terms.</summary>
    public static long SizeOf(RpcMetadata metadata)
    {
        long size = 0;
        for (int index = 0; index < metadata.Count; index++)
        {
            RpcMetadataEntry entry = metadata[index];
            size += entry.Key.Length + entry.ValueLength + ProtocolConstants.MetadataEntryOverhead;
        }

        return size;
    }

    /// <summary>
    /// The size of received metadata; for malformed metadata its encoded length, so that both ends of a one-way window agree.
    /// </summary>
    public static long SizeOf(ReadOnlySpan<byte> encoded) =>
        MetadataWalker.TryMeasure(encoded, out long size, out _) ? size : encoded.Length;

    /// <summary>Whether the peer would accept this metadata.</summary>
    public static MetadataFault Check(RpcMetadata metadata, ProtocolLimits limits)
    {
        if (metadata.Count > limits.MaxMetadataEntries)
            return MetadataFault.TooManyEntries;
        return SizeOf(metadata) > limits.MaxMetadataBytes ? MetadataFault.TooLarge : MetadataFault.None;
    }

    /// <summary>Room that <see cref="Encode"/> needs at most.</summary>
    public static int MaxEncodedLength(RpcMetadata metadata)
    {
        // The overhead that the limit charges for an entry covers the two headers, and more.
        return checked((int)(ElementWriter.MaxHeader + SizeOf(metadata)));
    }

    /// <returns>Bytes written.</returns>
    public static int Encode(RpcMetadata metadata, Span<byte> destination)
    {
        var writer = new ElementWriter(destination);
        writer.WriteArrayHeader(metadata.Count * 2);
        for (int index = 0; index < metadata.Count; index++)
        {
            RpcMetadataEntry entry = metadata[index];
            writer.WriteStr(entry.Key);
            if (entry.Text is { } text)
                writer.WriteStr(text);
            else
                writer.WriteBin(entry.Binary.Span);
        }

        return writer.Written;
    }

    /// <summary>Decodes received metadata after it has been found to be within this side's limits.</summary>
    /// <param name="encoded">The array as a frame carried it. Nothing in the result refers to it.</param>
    /// <param name="limits">What this side announced.</param>
    /// <param name="metadata">Empty unless the result is <see cref="MetadataFault.None"/>.</param>
    public static MetadataFault TryDecode(ReadOnlySpan<byte> encoded, ProtocolLimits limits, out RpcMetadata metadata)
    {
        metadata = [];
        if (!MetadataWalker.TryMeasure(encoded, out long size, out int entries))
            return MetadataFault.Malformed;
        if (entries > limits.MaxMetadataEntries)
            return MetadataFault.TooManyEntries;
        if (size > limits.MaxMetadataBytes)
            return MetadataFault.TooLarge;

        var walker = new MetadataWalker(encoded);
        var decoded = new RpcMetadata();
        while (walker.MoveNext())
        {
            string key = Encoding.UTF8.GetString(walker.Key);
            if (!RpcMetadata.IsValidKey(key))
                return MetadataFault.InvalidKey;

            if (!walker.IsText)
                decoded.Add(key, walker.Value.ToArray());
            else if (Utf8.IsValid(walker.Value))
                decoded.Add(key, Encoding.UTF8.GetString(walker.Value));
            else
                return MetadataFault.Malformed;
        }

        metadata = decoded;
        return MetadataFault.None;
    }
}
