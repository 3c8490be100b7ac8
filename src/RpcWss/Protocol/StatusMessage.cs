using System.Text;
using System.Text.Unicode;

namespace RpcWss.Protocol;

/// <summary>Texts for people: encodes the message of a STATUS, END or GOAWAY within its bound (docs/protocol.md#status), and makes one that came fit to be logged.</summary>
internal static class StatusMessage
{
    /// <summary>Room that <see cref="Encode(ReadOnlySpan{char}, Span{byte})"/> needs for a message of this many characters.</summary>
    public static int MaxLength(int characters) =>
        (int)Math.Min(characters * 3L, ProtocolConstants.MaxStatusMessageBytes);

    /// <summary>The encoded message.</summary>
    public static byte[] Encode(string message)
    {
        byte[] buffer = new byte[MaxLength(message.Length)];
        return buffer[..Encode(message, buffer)];
    }

    /// <summary>
    /// Writes the message as UTF-8. One that does not fit into 4,096 bytes is cut at a character boundary and ends in an
    /// ellipsis; unpaired surrogates become U+FFFD.
    /// </summary>
    /// <returns>Bytes written.</returns>
    public static int Encode(ReadOnlySpan<char> message, Span<byte> destination)
    {
        ReadOnlySpan<byte> ellipsis = "…"u8;
        Span<byte> bounded = destination[..Math.Min(destination.Length, ProtocolConstants.MaxStatusMessageBytes)];
        if (Encoding.UTF8.TryGetBytes(message, bounded, out int written))
            return written;

        // FromUtf16 stops before the first character that does not fit, which GetBytes would not do.
        Utf8.FromUtf16(message, bounded[..^ellipsis.Length], out _, out written);
        ellipsis.CopyTo(bounded[written..]);
        return written + ellipsis.Length;
    }

    /// <summary>A reason that the peer gave: one line, of no more than a proper peer would send.</summary>
    public static string ReadReason(ReadOnlySpan<byte> utf8)
    {
        char[] text = Encoding.UTF8.GetChars(utf8[..Math.Min(utf8.Length, ProtocolConstants.MaxStatusMessageBytes)].ToArray());
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = char.IsControl(text[i]) ? '?' : text[i];
        }

        return new string(text);
    }
}
