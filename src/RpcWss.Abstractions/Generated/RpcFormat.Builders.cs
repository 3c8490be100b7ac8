using System.Collections;
using System.Text;
using MessagePack;

namespace RpcWss.Generated;

public static partial class RpcFormat
{
    /// <summary>Writes the text, or nil.</summary>
    public static void WriteStringBuilder(ref MessagePackWriter writer, StringBuilder? value) => WriteString(ref writer, value?.ToString());

    /// <summary>Reads text, or nil.</summary>
    public static StringBuilder? ReadStringBuilder(ref MessagePackReader reader) =>
        ReadString(ref reader) is { } text ? new StringBuilder(text) : null;

    /// <summary>Writes an array of flags, or nil.</summary>
    public static void WriteBitArray(ref MessagePackWriter writer, BitArray? value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(value.Length);
        for (int index = 0; index < value.Length; index++)
        {
            writer.Write(value[index]);
        }
    }

    /// <summary>Reads an array of flags, or nil.</summary>
    public static BitArray? ReadBitArray(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        // Each flag is a byte of the data, so that there is room for all that are announced.
        var bits = new BitArray(reader.ReadArrayHeader());
        for (int index = 0; index < bits.Length; index++)
        {
            bits[index] = reader.ReadBoolean();
        }

        return bits;
    }

    /// <summary>Writes a number: from the start, or the one's complement of that from the end, so that <c>^1</c> is -2.</summary>
    public static void WriteIndex(ref MessagePackWriter writer, Index value) => writer.Write(value.IsFromEnd ? ~value.Value : value.Value);

    /// <summary>Reads a number: from the start, or the one's complement of that from the end.</summary>
    public static Index ReadIndex(ref MessagePackReader reader)
    {
        int value = reader.ReadInt32();
        return value < 0 ? new Index(~value, fromEnd: true) : new Index(value);
    }

    /// <summary>Writes the two ends of a range.</summary>
    public static void WriteRange(ref MessagePackWriter writer, Range value)
    {
        writer.WriteArrayHeader(2);
        WriteIndex(ref writer, value.Start);
        WriteIndex(ref writer, value.End);
    }

    /// <summary>Reads the two ends of a range.</summary>
    public static Range ReadRange(ref MessagePackReader reader)
    {
        RequireLength(reader.ReadArrayHeader(), 2);
        var start = ReadIndex(ref reader);
        return new Range(start, ReadIndex(ref reader));
    }
}
