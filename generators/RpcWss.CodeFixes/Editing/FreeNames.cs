using System.Globalization;
using Microsoft.CodeAnalysis;

namespace RpcWss.CodeFixes.Editing;

/// <summary>Hands out names that nobody has within one owner.</summary>
internal sealed class FreeNames
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _taken = new(StringComparer.Ordinal);

    /// <summary>Whether a symbol is asked about for the first time, which two repairs may both want to change.</summary>
    public bool IsNew(ISymbol symbol) => _visited.Add(symbol.OriginalDefinition.GetDocumentationCommentId() ?? symbol.Name);

    /// <summary>The first candidate that is free; the last with a number where none is.</summary>
    public string Take(ISymbol owner, IEnumerable<string> taken, params string[] candidates)
    {
        string id = owner.OriginalDefinition.GetDocumentationCommentId() ?? owner.Name;
        if (!_taken.TryGetValue(id, out var names))
        {
            _taken.Add(id, names = new HashSet<string>(taken, StringComparer.Ordinal));
        }

        foreach (string candidate in candidates)
        {
            if (names.Add(candidate))
            {
                return candidate;
            }
        }

        for (int number = 2; ; number++)
        {
            string name = Numbered(candidates[candidates.Length - 1], number);
            if (names.Add(name))
            {
                return name;
            }
        }
    }

    /// <summary>A name with a number: at its end, or before the suffix of methods that are awaited.</summary>
    public static string Numbered(string name, int number)
    {
        const string Suffix = "Async";
        string text = number.ToString(CultureInfo.InvariantCulture);
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) + text + Suffix : name + text;
    }
}
