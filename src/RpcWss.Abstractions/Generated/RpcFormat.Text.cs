using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using MessagePack;

namespace RpcWss.Generated;

public static partial class RpcFormat
{
    private const int GuidLength = 36;

    // 29 digits, a sign and a point: still a fixstr.
    private const int LongestDecimal = 31;

    /// <summary>Writes a GUID as its 36 characters.</summary>
    public static void WriteGuid(ref MessagePackWriter writer, Guid value)
    {
        var target = writer.GetSpan(GuidLength + 2);
        target[0] = MessagePackCode.Str8;
        target[1] = GuidLength;
        Utf8Formatter.TryFormat(value, target[2..], out int length);
        writer.Advance(length + 2);
    }

    /// <summary>Reads a GUID from its 36 characters.</summary>
    public static Guid ReadGuid(ref MessagePackReader reader)
    {
        var sequence = reader.ReadStringSequence() ?? throw Unexpected("a GUID");
        var text = InOnePiece(sequence, stackalloc byte[GuidLength]);
        return Utf8Parser.TryParse(text, out Guid value, out int consumed) && consumed == text.Length
            ? value
            : throw Unexpected("a GUID");
    }

    /// <summary>Writes a decimal number as text, with all of its digits.</summary>
    public static void WriteDecimal(ref MessagePackWriter writer, decimal value)
    {
        var target = writer.GetSpan(LongestDecimal + 1);
        value.TryFormat(target[1..], out int length, default, CultureInfo.InvariantCulture);
        target[0] = (byte)(MessagePackCode.MinFixStr | length);
        writer.Advance(length + 1);
    }

    /// <summary>Reads a decimal number from text.</summary>
    public static decimal ReadDecimal(ref MessagePackReader reader)
    {
        var sequence = reader.ReadStringSequence() ?? throw Unexpected("a decimal number");
        var text = InOnePiece(sequence, stackalloc byte[128]);
        return Utf8Parser.TryParse(text, out decimal value, out int consumed) && consumed == text.Length
            ? value
            : throw Unexpected("a decimal number");
    }

    /// <summary>Writes the text that the URI was made of, or nil.</summary>
    public static void WriteUri(ref MessagePackWriter writer, Uri? value) => WriteString(ref writer, value?.OriginalString);

    /// <summary>Reads a URI, absolute or relative, or nil.</summary>
    public static Uri? ReadUri(ref MessagePackReader reader) =>
        ReadString(ref reader) is { } text ? new Uri(text, UriKind.RelativeOrAbsolute) : null;

    /// <summary>Writes a version as text, or nil.</summary>
    public static void WriteVersion(ref MessagePackWriter writer, Version? value) => writer.Write(value?.ToString());

    /// <summary>Reads a version from text, or nil.</summary>
    public static Version? ReadVersion(ref MessagePackReader reader) =>
        reader.ReadString() is { } text ? new Version(text) : null;

    /// <summary>The bytes of a short text; copied to <paramref name="buffer"/> if they are scattered.</summary>
    private static ReadOnlySpan<byte> InOnePiece(ReadOnlySequence<byte> text, Span<byte> buffer)
    {
        if (text.IsSingleSegment)
        {
            return text.FirstSpan;
        }

        if (text.Length > buffer.Length)
        {
            throw Unexpected($"text of at most {buffer.Length} bytes");
        }

        text.CopyTo(buffer);
        return buffer[..(int)text.Length];
    }
}
