using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>The code that writes and reads each leaf type.</summary>
internal static class LeafText
{
    /// <summary>A statement that writes <paramref name="value"/>.</summary>
    public static string Write(LeafKind leaf, string value) => leaf switch
    {
        LeafKind.Half => $"writer.Write((float){value});",
        LeafKind.Rune => $"writer.Write({value}.Value);",
        LeafKind.TimeSpan or LeafKind.TimeOnly => $"writer.Write({value}.Ticks);",
        LeafKind.DateOnly => $"writer.Write({value}.DayNumber);",
        LeafKind.ByteMemory or LeafKind.ReadOnlyByteMemory => $"{Names.Format}.WriteBytes(ref writer, {value}.Span);",
        _ when IsHelped(leaf) => $"{Names.Format}.Write{leaf}(ref writer, {value});",
        _ => $"writer.Write({value});",
    };

    /// <summary>An expression that reads a value.</summary>
    public static string Read(LeafKind leaf) => leaf switch
    {
        LeafKind.Half => "(global::System.Half)reader.ReadSingle()",
        LeafKind.Rune => "new global::System.Text.Rune(reader.ReadInt32())",
        LeafKind.TimeSpan => "new global::System.TimeSpan(reader.ReadInt64())",
        LeafKind.TimeOnly => "new global::System.TimeOnly(reader.ReadInt64())",
        LeafKind.DateOnly => "global::System.DateOnly.FromDayNumber(reader.ReadInt32())",
        LeafKind.ByteMemory or LeafKind.ReadOnlyByteMemory => $"{Names.Format}.ReadByteArray(ref reader)",
        _ when IsHelped(leaf) => $"{Names.Format}.Read{leaf}(ref reader)",
        _ => $"reader.Read{leaf}()",
    };

    /// <summary>Whether the runtime library has a pair of methods for it: MessagePack's writer and reader have none, or none that cuts up a long one.</summary>
    private static bool IsHelped(LeafKind leaf) => leaf is
        LeafKind.String or LeafKind.ByteArray or LeafKind.Guid or LeafKind.Decimal or LeafKind.DateTimeOffset or LeafKind.Uri or LeafKind.Version or LeafKind.BigInteger or LeafKind.ByteSegment
        or LeafKind.ByteSequence or LeafKind.Int128 or LeafKind.UInt128 or LeafKind.Complex or LeafKind.StringBuilder or LeafKind.BitArray
        or LeafKind.Index or LeafKind.Range;
}
