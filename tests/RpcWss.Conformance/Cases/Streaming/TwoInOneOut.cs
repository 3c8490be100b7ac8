using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>Streams of one call flow by themselves; that one of them waits does not hold up the other.</summary>
internal sealed class TwoInOneOut() : PairCase("two-streams-in-and-one-out")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        int count = settings.Count(quick: 5000, full: 200_000);
        IAsyncEnumerable<long> left = Sources.CountAsync(pair.OwnBoard, "left", count), right = Sources.CountAsync(pair.OwnBoard, "right", count);
        int merged = 0;
        await foreach (long number in pair.Proxy<IStreams>().MergeAsync(left, right))
        {
            Check.Equal(Sources.First + (merged++ / 2), number);
        }

        Check.Equal(2 * count, merged);

        // The longer one is cut off when the service has returned.
        IAsyncEnumerable<long> endless = Sources.CountAsync(pair.OwnBoard, "endless", long.MaxValue - Sources.First);
        Check.Equal(20, await pair.Proxy<IStreams>().MergeAsync(endless, Sources.CountAsync(pair.OwnBoard, "short", 10)).CountAsync());
        await pair.OwnBoard.ReachedAsync("endless finally");
    }
}
