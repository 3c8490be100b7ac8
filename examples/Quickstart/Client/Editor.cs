using System.Threading.Channels;
using Quickstart.Contracts;

namespace Quickstart.Client;

/// <summary>What the client hosts for the server.</summary>
internal sealed class Editor : IEditor
{
    private static readonly HashSet<string> _empty =
    [
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "far", "for", "from", "have", "here", "in", "is", "it", "its", "not", "of", "on", "or", "our",
        "shall", "so", "that", "the", "their", "these", "they", "this", "those", "to", "us", "was", "we", "were", "what", "which", "who", "will", "with",
    ];

    private readonly Channel<string> _told = Channel.CreateUnbounded<string>();

    public ValueTask<List<string>> StrikeOutAsync(List<string> words, CancellationToken cancellationToken)
    {
        List<string> struckOut = [.. words.Where(_empty.Contains)];
        Console.WriteLine($"     server asks the client: which of {words.Count} words say nothing?  client: {string.Join(' ', struckOut)}");
        return new(struckOut);
    }

    public ValueTask TellAsync(string what)
    {
        _told.Writer.TryWrite(what);
        return default;
    }

    /// <summary>What the server tells next.</summary>
    public ValueTask<string> NextAsync() => _told.Reader.ReadAsync();
}
