namespace RpcWss.Generators.Compatibility;

/// <summary>One file of the baseline, line by line.</summary>
internal sealed class BaselineFile
{
    private BaselineFile(IReadOnlyList<BaselineLine> lines) => Lines = lines;

    /// <summary>The lines that say something, understood or not.</summary>
    public IReadOnlyList<BaselineLine> Lines { get; }

    public static BaselineFile Of(IEnumerable<string> lines)
    {
        var found = new List<BaselineLine>();
        int number = 0;
        foreach (string line in lines)
        {
            string text = line.Trim();
            if (text.Length > 0 && text[0] != '#')
            {
                var parsed = LineParser.Parse(text, out string reason);
                found.Add(new BaselineLine(number, text, parsed, reason));
            }

            number++;
        }

        return new BaselineFile(found);
    }
}

/// <summary>A line of a file, numbered from 0.</summary>
/// <param name="Content">What it says; null when that is not understood, for <paramref name="Reason"/>.</param>
internal sealed record BaselineLine(int Number, string Text, WireLine? Content, string Reason);
