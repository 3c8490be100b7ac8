using System.Text.RegularExpressions;
using Quickstart.Contracts;

namespace Quickstart.Server;

/// <summary>Takes a text apart.</summary>
internal static partial class Text
{
    public static IEnumerable<string> WordsOf(string text) => Word().Matches(text).Select(match => match.Value.ToLowerInvariant());

    public static IEnumerable<string> SentencesOf(string text) => SentenceEnd().Split(text).Select(Tidy).Where(sentence => sentence.Length > 0);

    public static bool IsOneWord(string text) => Word().Match(text) is { Success: true } match && match.Length == text.Length;

    /// <summary>The words of a text, the most frequent first, then by the alphabet.</summary>
    public static IEnumerable<WordCount> CountWords(string text) => WordsOf(text)
        .CountBy(word => word)
        .OrderByDescending(word => word.Value)
        .ThenBy(word => word.Key, StringComparer.Ordinal)
        .Select(word => new WordCount(word.Key, word.Value));

    private static string Tidy(string sentence) => Space().Replace(sentence, " ").Trim();

    [GeneratedRegex(@"\p{L}[\p{L}\p{Mn}'’]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
