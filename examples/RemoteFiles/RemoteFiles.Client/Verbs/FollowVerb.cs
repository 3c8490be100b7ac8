using System.Text;
using RemoteFiles.Contracts;

namespace RemoteFiles.Client.Verbs;

/// <summary>Prints the end of a file, and what is added to it, until Ctrl+C.</summary>
internal static class FollowVerb
{
    public static async Task RunAsync(Session session, string path)
    {
        // A character may be spread over two parts.
        Decoder decoder = Encoding.UTF8.GetDecoder();
        await foreach (FollowedPart part in session.Transfers.FollowAsync(path, session.Arguments.Lines, session.Cancellation))
        {
            if (part.From != FollowedFrom.Here)
            {
                decoder.Reset();
                string what = part.From == FollowedFrom.Truncated ? "was cut off" : "is another file now";
                Console.Error.WriteLine($"{Printable.Of(path)} {what}; from its start:");
            }

            char[] text = new char[decoder.GetCharCount(part.Bytes, flush: false)];
            decoder.GetChars(part.Bytes, text, flush: false);
            Console.Write(Printable.Lines(new string(text)));
        }
    }
}
