using System.Text;
using System.Text.Unicode;
using MessagePack;

namespace RpcWss.Generated;

public static partial class RpcFormat
{
    // In UTF-16 code units, each of which takes three bytes at most: what one piece has room for.
    private const int TextPiece = BytesPiece / 3;

    /// <summary>
    /// Writes text in UTF-8; null is nil. Surrogates that are not in pairs become U+FFFD. A long one is written in pieces: it takes no memory in one piece of its length.
    /// </summary>
    public static void WriteString(ref MessagePackWriter writer, string? value)
    {
        if (value is null || value.Length <= TextPiece)
        {
            writer.Write(value);
        }
        else
        {
            WriteLongString(ref writer, value);
        }
    }

    /// <summary>Reads text in UTF-8; nil is null. What is not valid UTF-8 becomes U+FFFD.</summary>
    public static string? ReadString(ref MessagePackReader reader) =>
        reader.TryReadStringSpan(out ReadOnlySpan<byte> text) ? Encoding.UTF8.GetString(text)
        : reader.ReadStringSequence() is { } scattered ? Encoding.UTF8.GetString(scattered)
        : null;

    private static void WriteLongString(ref MessagePackWriter writer, ReadOnlySpan<char> value)
    {
        WriteLongHeader(ref writer, Encoding.UTF8.GetByteCount(value), MessagePackCode.Str16, MessagePackCode.Str32);
        while (value.Length > 0)
        {
            Span<byte> piece = writer.GetSpan(Math.Min(value.Length, TextPiece) * 3);
            Utf8.FromUtf16(value, piece, out int read, out int written);
            writer.Advance(written);
            value = value[read..];
        }
    }
}
