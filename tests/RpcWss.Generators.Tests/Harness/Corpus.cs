namespace RpcWss.Generators.Tests.Harness;

/// <summary>
/// Shapes of contracts, kept as source in the folder of that name. Within a file, a line <c>//// title</c> begins a shape. In
/// rejected ones the title names the rule, and <c>[|…|]</c> marks the token that it sits on.
/// </summary>
internal static class Corpus
{
    public static IEnumerable<Shape> In(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", folder), "*.cs").Order(StringComparer.Ordinal))
        {
            string? title = null;
            var lines = new List<string>();
            foreach (string line in File.ReadLines(path).Append("//// "))
            {
                if (!line.StartsWith("//// ", StringComparison.Ordinal))
                {
                    lines.Add(line);
                    continue;
                }

                if (title is not null)
                {
                    yield return new Shape(Path.GetFileNameWithoutExtension(path), title, string.Join('\n', lines));
                }

                title = line[5..];
                lines.Clear();
            }
        }
    }

    public static Shape Find(string folder, string title) => In(folder).Single(shape => shape.Title == title);
}

/// <summary>One shape.</summary>
internal sealed record Shape(string File, string Title, string Marked)
{
    /// <summary>The source without the marks.</summary>
    public string Source => Marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

    /// <summary>The marked token, with its position in <see cref="Source"/>.</summary>
    public (int Start, string Text) Token
    {
        get
        {
            int start = Marked.IndexOf("[|", StringComparison.Ordinal);
            int end = Marked.IndexOf("|]", StringComparison.Ordinal);
            return (start, Marked[(start + 2)..end]);
        }
    }
}
