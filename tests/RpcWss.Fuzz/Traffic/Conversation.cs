using System.Globalization;
using System.Text;
using RpcWss.Protocol;

namespace RpcWss.Fuzz.Traffic;

/// <summary>What one side of a connection said, message by message.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Role">The role of the side that said it.</param>
/// <param name="Messages">Its messages, HELLO first.</param>
internal sealed record Conversation(string Name, PeerRole Role, IReadOnlyList<byte[]> Messages)
{
    private const string RoleWord = "role ";
    private const int ShortestRun = 16;

    /// <summary>Reads the form of <see cref="ToText"/>: a comment line starts with #, the first other line names the role, and each further one is a message in hex.</summary>
    public static Conversation Parse(string name, IEnumerable<string> lines)
    {
        string[] said = [.. lines.Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0)];
        if (said.Length == 0 || !said[0].StartsWith(RoleWord, StringComparison.Ordinal))
        {
            throw new FormatException($"{name} does not begin with a line that names the role.");
        }

        return new Conversation(name, Enum.Parse<PeerRole>(said[0][RoleWord.Length..], ignoreCase: true), [.. said.Skip(1).Select(ParseHex)]);
    }

    public static Conversation ReadFile(string path) => Parse(Path.GetFileNameWithoutExtension(path), File.ReadLines(path));

    /// <summary>All conversations of a directory, in the order of their names.</summary>
    public static IReadOnlyList<Conversation> ReadDirectory(string path) =>
        [.. Directory.GetFiles(path, "*.hex").Order(StringComparer.Ordinal).Select(ReadFile)];

    public string ToText(params string[] comments) => string.Join(
        '\n', [.. comments.Select(comment => $"# {comment}"), $"{RoleWord}{Role.ToString().ToLowerInvariant()}", .. Messages.Select(ToHex), ""]);

    // 00*4000 stands for four thousand zeros, so that large payloads do not make large files.
    private static string ToHex(byte[] message)
    {
        var text = new StringBuilder();
        for (int at = 0; at < message.Length;)
        {
            int run = message.AsSpan(at).IndexOfAnyExcept(message[at]) is >= 0 and int other ? other : message.Length - at;
            text.Append(run >= ShortestRun ? $" {message[at]:x2}*{run} " : Convert.ToHexStringLower(message, at, run));
            at += run;
        }

        return text.ToString().Trim();
    }

    private static byte[] ParseHex(string line)
    {
        var bytes = new List<byte>();
        foreach (string part in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] repeated = part.Split('*');
            byte[] once = Convert.FromHexString(repeated[0]);
            for (int times = repeated.Length == 2 ? int.Parse(repeated[1], CultureInfo.InvariantCulture) : 1; times > 0; times--)
            {
                bytes.AddRange(once);
            }
        }

        return [.. bytes];
    }
}
