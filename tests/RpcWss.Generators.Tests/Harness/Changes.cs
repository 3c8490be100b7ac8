using System.Text.RegularExpressions;

namespace RpcWss.Generators.Tests.Harness;

/// <summary>
/// Contracts before and after a change, kept as shapes in the folder of that name: <c>{-before-}</c> and <c>{+after+}</c> mark what differs. The title
/// begins with the verdict; a line <c>//:</c> is part of the message that is expected.
/// </summary>
internal static partial class Changes
{
    public static IEnumerable<Change> All => Corpus.In("Changes").Select(static shape =>
    {
        string[] title = shape.Title.Split(": ", 2);
        string message = Message().Match(shape.Marked).Groups[1].Value;
        return new Change(
            title[0], shape.Title, message, Before().Replace(After().Replace(shape.Marked, ""), "$1"),
            shape with { Marked = After().Replace(Before().Replace(shape.Marked, ""), "$1") });
    });

    public static Change Find(string title) => All.Single(change => change.Title == title);

    [GeneratedRegex(@"\{-(.*?)-\}", RegexOptions.Singleline)]
    private static partial Regex Before();

    [GeneratedRegex(@"\{\+(.*?)\+\}", RegexOptions.Singleline)]
    private static partial Regex After();

    [GeneratedRegex("^//: (.*)$", RegexOptions.Multiline)]
    private static partial Regex Message();
}

/// <summary>One change.</summary>
/// <param name="Verdict">The id of a rule; else <c>same</c>, <c>compatible</c> or <c>widened</c>, which are RPCWSS046 if anything.</param>
internal sealed record Change(string Verdict, string Title, string Message, string Before, Shape After)
{
    public bool IsBroken => Verdict.StartsWith("RPCWSS", StringComparison.Ordinal);
}
