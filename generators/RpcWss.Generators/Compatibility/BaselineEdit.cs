namespace RpcWss.Generators.Compatibility;

/// <summary>Changes the text of a baseline by lines, and leaves all else in it as it is: comments, blank lines, and what is not understood.</summary>
internal static class BaselineEdit
{
    /// <summary>What a file without a line begins with.</summary>
    public const string Header = "# What the contracts of this project put on the wire. The build compares it with the code; code fixes write it.";

    /// <param name="text">The file's text.</param>
    /// <param name="removed">Lines to take out, wherever and however they are written.</param>
    /// <param name="added">Lines to put where they belong, in place of those about the same.</param>
    public static string Apply(string text, IEnumerable<string> removed, IEnumerable<string> added)
    {
        string end = text.Contains("\r\n") ? "\r\n" : "\n";
        string body = text.Replace("\r\n", "\n").TrimEnd('\n');
        var lines = new List<(string Text, WirePlace? Place)>();
        foreach (string line in (body.Trim().Length == 0 ? Header : body).Split('\n'))
        {
            lines.Add((line, PlaceOf(line)));
        }

        var news = new SortedDictionary<WirePlace, string>();
        foreach (string line in added)
        {
            if (PlaceOf(line) is { } place)
            {
                news[place] = line;
            }
        }

        foreach (string line in removed)
        {
            var place = PlaceOf(line);
            lines.RemoveAll(other => other.Text.Trim() == line ? !IsKept(other.Place) : place is not null && other.Place == place && !IsKept(place));
        }

        foreach (var line in news)
        {
            int present = lines.FindIndex(other => other.Place == line.Key);
            if (present >= 0)
            {
                lines[present] = (line.Value, line.Key);
            }
            else
            {
                lines.Insert(IndexFor(lines, line.Key), (line.Value, line.Key));
            }
        }

        return string.Concat(lines.ConvertAll(line => line.Text + end));

        // What is about the same is replaced where it stands.
        bool IsKept(WirePlace? place) => place is { } known && news.ContainsKey(known);
    }

    /// <summary>Right behind the line before it, so that a comment stays with the line below it.</summary>
    private static int IndexFor(List<(string Text, WirePlace? Place)> lines, WirePlace place)
    {
        int previous = lines.FindLastIndex(other => other.Place is { } earlier && earlier.CompareTo(place) < 0);
        int next = lines.FindIndex(other => other.Place is not null);
        return previous >= 0 ? previous + 1 : next >= 0 ? next : lines.Count;
    }

    private static WirePlace? PlaceOf(string line) => LineParser.Parse(line.Trim(), out _)?.Place;
}
