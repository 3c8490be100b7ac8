using RpcWss;

namespace Quickstart.Contracts;

/// <summary>What the server offers: it reads texts. Both ends share this interface; the generator writes everything between them.</summary>
[RpcContract]
public partial interface ITextDesk
{
    /// <summary>Counts what is in a text.</summary>
    ValueTask<TextReport> AnalyzeAsync(string text, CancellationToken cancellationToken = default);

    /// <summary>How often a word occurs. Fails with InvalidArgument where it is not one word.</summary>
    ValueTask<int> CountAsync(string text, string word, CancellationToken cancellationToken = default);

    /// <summary>The most frequent words, without those that the caller's <see cref="IEditor"/> strikes out.</summary>
    ValueTask<List<WordCount>> FindTopicsAsync(string text, int count, CancellationToken cancellationToken = default);

    /// <summary>Hands a text in for whoever waits for a word in it. One-way: nobody waits for the desk to read it.</summary>
    [RpcMethod(OneWay = true)]
    ValueTask HandInAsync(string text);

    /// <summary>The first sentence that mentions a word, in a text that was handed in; waits for one as long as it takes.</summary>
    ValueTask<string> WaitForMentionAsync(string word, CancellationToken cancellationToken = default);
}
