namespace RpcWss.CodeFixes.Tests.Harness;

/// <summary>
/// Source before and after a fix, kept in the folder of that name. Within a file, <c>//// title</c> begins a case and <c>//// becomes</c> what
/// becomes of it. A title begins with the rule, and ends with the way that is chosen, in brackets, where that is not the first one.
/// </summary>
internal sealed record Case(string File, string Title, string Before, string After)
{
    private const string Mark = "//// ";
    private const string Becomes = "//// becomes";

    public static IReadOnlyList<Case> All { get; } = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.cs").Order(StringComparer.Ordinal).SelectMany(Read)];

    public string Rule => Title[..9];

    /// <summary>The way that is chosen; null for the first one.</summary>
    public string? Key => Title.EndsWith(']') ? Title[(Title.LastIndexOf('[') + 1)..^1] : null;

    public static Case Find(string title) => All.Single(found => found.Title == title);

    /// <summary>Writes what came out into the source of the tests, for a person to read.</summary>
    public void Accept(string after)
    {
        string path = Path.Combine(Sources.Repository, "tests", "RpcWss.CodeFixes.Tests", "Cases", File);
        var cases = Read(path).Select(found => found.Title == Title ? found with { After = after } : found);
        System.IO.File.WriteAllText(path, string.Concat(cases.Select(found => $"{Mark}{found.Title}\n{found.Before}\n{Becomes}\n{found.After}\n")));
    }

    private static IEnumerable<Case> Read(string path)
    {
        string text = "\n" + System.IO.File.ReadAllText(path).TrimEnd('\n');
        foreach (string part in text.Split($"\n{Mark}RPCWSS").Skip(1))
        {
            string[] pieces = part.Split($"\n{Becomes}\n");
            int end = pieces[0].IndexOf('\n', StringComparison.Ordinal);
            yield return new Case(Path.GetFileName(path), "RPCWSS" + pieces[0][..end], pieces[0][(end + 1)..], pieces.Length > 1 ? pieces[1] : "");
        }
    }
}
