using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using MessagePack;

namespace RpcWss.Generated;

public static partial class RpcFormat
{
    // Three bytes are the most that one UTF-16 code unit takes.
    private const int ShortText = BytesPiece / 3;

    /// <summary>
    /// Writes text in UTF-8; null is nil. Surrogates that are not in pairs become U+FFFD. A long one is written in pieces: it takes no memory in one piece of its length.
    /// </summary>
    public static void WriteString(ref MessagePackWriter writer, string? value)
    {
        if (value is null || value.Length <= ShortText)
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
        int length = Encoding.UTF8.GetByteCount(value);
        Span<byte> header = writer.GetSpan(5);
        if (length <= ushort.MaxValue)
        {
            header[0] = MessagePackCode.Str16;
            BinaryPrimitives.WriteUInt16BigEndian(header[1..], (ushort)length);
            writer.Advance(3);
        }
        else
        {
            header[0] = MessagePackCode.Str32;
            BinaryPrimitives.WriteInt32BigEndian(header[1..], length);
            writer.Advance(5);
        }

        while (value.Length > 0)
        {
            Span<byte> piece = writer.GetSpan(Math.Min(value.Length * 3, BytesPiece));
            Utf8.FromUtf16(value, piece, out int read, out int written);
            writer.Advance(written);
            value = value[read..];
        }
    }
}
