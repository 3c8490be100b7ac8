using RpcWss.Fuzz.Traffic;

namespace RpcWss.Fuzz.Runs;

/// <summary>Something that the engine did wrong, and under what.</summary>
/// <param name="Error">What it was.</param>
/// <param name="Seed">The seed of the connection.</param>
/// <param name="Kind">How the victim was set up.</param>
/// <param name="Sent">What was sent to it; null where that is not known.</param>
internal sealed record Defect(Exception Error, int Seed, string Kind, Conversation? Sent)
{
    /// <summary>Writes the attack to a file that can be replayed, and says where.</summary>
    public string Write(string directory)
    {
        string path = Path.Combine(directory, $"defect-{Seed}.hex");
        string[] comments = [.. $"{Error}".Split('\n').Take(12).Select(line => line.TrimEnd()), $"seed {Seed}, victim {Kind}"];
        File.WriteAllText(path, Sent?.ToText(comments) ?? string.Join('\n', comments));
        return Path.GetFullPath(path);
    }
}
