using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Flow;

/// <summary>
/// Each stream gets its items from a stream of its caller, and so on: those that run hold all slots, and would wait for each other if a stream within one needed a slot of its own.
/// </summary>
internal sealed class NestedStreams() : PairCase("streams-nested-in-streams-at-the-limit-all-finish")
{
    private static readonly SideOptions _narrow = new() { Limits = new RpcLimits { MaxStreamingCalls = 16 } };

    public override SideOptions Caller => _narrow;

    public override SideOptions Callee => _narrow;

    /// <summary>Calls wait for the limit, on a slow machine for long enough to be warned of.</summary>
    public override IReadOnlyCollection<int> PossibleLogs => [1004];

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IStreams streams = pair.Proxy<IStreams>();
        for (int round = 0; round < settings.Count(quick: 2, full: 50); round++)
        {
            int[] counts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => streams.DescendAsync(4).CountAsync().AsTask()));
            Check.Sequence(Enumerable.Repeat(5, 100), counts, "the items of the chains");
        }

        Check.That(await pair.OwnBoard.CountAsync("waiting DescendAsync") > 0, "calls had to wait at the limit");
        Check.Equal(0, await pair.Board.CountAsync("abnormal"));
    }
}
