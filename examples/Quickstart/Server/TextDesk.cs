using Quickstart.Contracts;
using RpcWss;

namespace Quickstart.Server;

/// <summary>
/// The service: an ordinary class behind an ordinary interface. A new one serves each call, unless it is registered otherwise, so what the call
/// brings along can be injected.
/// </summary>
internal sealed class TextDesk(RpcCallContext call, InTray tray) : ITextDesk
{
    private const int WordsPerMinute = 230;

    public ValueTask<TextReport> AnalyzeAsync(string text, CancellationToken cancellationToken)
    {
        List<string> words = [.. Text.WordsOf(text)];
        string reader = call.RequestMetadata.GetText("reader") ?? "nobody in particular";
        call.ResponseTrailers.Add("read-for", reader);
        return new(new TextReport(
            words.Count,
            words.Distinct().Count(),
            Text.SentencesOf(text).Count(),
            words.MaxBy(word => word.Length) ?? "",
            TimeSpan.FromSeconds(Math.Round(words.Count * 60.0 / WordsPerMinute))));
    }

    public ValueTask<int> CountAsync(string text, string word, CancellationToken cancellationToken)
    {
        if (!Text.IsOneWord(word))
        {
            throw new RpcException(RpcStatusCode.InvalidArgument, $"\"{word}\" is not one word; ask for one, such as \"people\".");
        }

        return new(Text.WordsOf(text).Count(found => found.Equals(word, StringComparison.OrdinalIgnoreCase)));
    }

    public async ValueTask<List<WordCount>> FindTopicsAsync(string text, int count, CancellationToken cancellationToken)
    {
        List<WordCount> words = [.. Text.CountWords(text)];
        List<string> candidates = [.. words.Take(5 * count).Select(word => word.Word)];

        // Back over the connection that the call came in on; this call's deadline and cancellation count for the call back as well.
        IEditor editor = call.Peer.GetProxy<IEditor>();
        HashSet<string> struckOut = [.. await editor.StrikeOutAsync(candidates, cancellationToken)];
        return [.. words.Where(word => !struckOut.Contains(word.Word)).Take(count)];
    }

    public ValueTask HandInAsync(string text)
    {
        tray.Add(text);
        return default;
    }

    public async ValueTask<string> WaitForMentionAsync(string word, CancellationToken cancellationToken)
    {
        await call.Peer.GetProxy<IEditor>().TellAsync($"waiting for \"{word}\"");
        return await tray.WaitForAsync(word, cancellationToken);
    }
}
