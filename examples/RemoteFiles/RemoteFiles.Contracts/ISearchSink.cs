using RpcWss;

namespace RemoteFiles.Contracts;

/// <summary>
/// What a client that searches hosts. One-way, so the search does not wait for each answer, only when the client falls behind; ordered, so the client sees
/// what was found in the order in which it was found.
/// </summary>
[RpcContract(Ordered = true)]
public partial interface ISearchSink
{
    /// <summary>Lines that hold the text.</summary>
    [RpcMethod(OneWay = true)]
    ValueTask FoundAsync(List<SearchHit> hits);

    /// <summary>How far the search is.</summary>
    [RpcMethod(OneWay = true)]
    ValueTask ProgressAsync(SearchSummary soFar);
}
