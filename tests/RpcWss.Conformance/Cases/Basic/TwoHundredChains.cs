using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>
/// Twice as many calls as may run, each of which calls back and forth: those that run hold all the slots of both sides, and would wait for each other for
/// ever if a call made within a call needed a slot of its own.
/// </summary>
internal sealed class TwoHundredChains() : PairCase("200-chains-four-deep-at-a-limit-of-100-all-finish")
{
    /// <summary>Calls wait for the limit, on a slow machine for long enough to be warned of.</summary>
    public override IReadOnlyCollection<int> PossibleLogs => [1004];

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IChain chain = pair.Proxy<IChain>();

        for (int round = 0; round < settings.Count(quick: 2, full: 50); round++)
        {
            int[] depths = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => chain.DescendAsync(3).AsTask()));

            Check.Sequence(Enumerable.Repeat(4, 200), depths, "the depths of the chains");
        }

        Check.That(await pair.Side.Board.CountAsync("waiting DescendAsync") > 0, "calls had to wait at the limit");
        Check.Equal(0, await pair.Board.CountAsync("abnormal"));
    }
}
