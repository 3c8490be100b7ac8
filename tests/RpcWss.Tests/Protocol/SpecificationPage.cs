using System.Text.RegularExpressions;

namespace RpcWss.Tests.Protocol;

/// <summary>docs/protocol.md, taken apart into what tests check.</summary>
internal static partial class SpecificationPage
{
    private static readonly string _text = File.ReadAllText(RepositoryFiles.PathOf("docs", "protocol.md"));

    /// <summary>The names and bytes of the hex examples.</summary>
    public static IReadOnlyList<(string Vector, byte[] Bytes)> Examples { get; } =
        [.. Example().Matches(_text).Select(match => (match.Groups["name"].Value, Bytes(match.Groups["body"].Value)))];

    /// <summary>What a link to a heading says behind the #.</summary>
    public static IReadOnlySet<string> Anchors { get; } =
        Heading().Matches(_text).Select(match => AnchorOf(match.Groups["title"].Value)).ToHashSet();

    public static IEnumerable<string> Links => Link().Matches(_text).Select(match => match.Groups["anchor"].Value).Distinct();

    /// <summary>The cells of the rows of the table under a heading.</summary>
    public static IReadOnlyList<string[]> Table(string heading)
    {
        string section = _text[_text.IndexOf($"\n{heading}\n", StringComparison.Ordinal)..];
        return [.. section.Split('\n')
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];
    }

    // The rule that hosting sites use for headings.
    private static string AnchorOf(string title) => NotInAnchor().Replace(title.ToLowerInvariant(), "").Replace(' ', '-');

    private static byte[] Bytes(string body) => Convert.FromHexString(string.Concat(
        body.Split('\n').Select(line => line.Split('#')[0].Replace(" ", ""))));

    [GeneratedRegex(@"^```hex (?<name>[\w-]+)\n(?<body>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^#+ (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\(#(?<anchor>[^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
