using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Flow;

/// <summary>Chains whose calls are so large that they wait for room to send, while others wait for slots that only those can free.</summary>
internal sealed class NestedBehindBallast() : PairCase("nested-calls-that-wait-for-room-are-not-behind-those-that-wait-for-slots")
{
    private static readonly SideOptions _narrow = new() { Limits = new RpcLimits { MaxConcurrentCalls = 16, MaxUnsentBytes = 64 * 1024 } };

    // Thirty megabytes one byte at a time show nothing more.
    public override Wire Wires => Wire.Any & ~Wire.SingleBytes;

    public override SideOptions Caller => _narrow;

    public override SideOptions Callee => _narrow;

    /// <summary>Calls wait, on a slow machine for long enough to be warned of.</summary>
    public override IReadOnlyCollection<int> PossibleLogs => [1004];

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        byte[] ballast = new byte[15 * 1024];
        IChain chain = pair.Proxy<IChain>();
        for (int round = 0; round < settings.Count(quick: 2, full: 50); round++)
        {
            int[] depths = await Task.WhenAll(Enumerable.Range(0, 240).Select(_ => chain.DescendAsync(3, ballast).AsTask()));
            Check.Sequence(Enumerable.Repeat(4, 240), depths, "the depths of the chains");
        }

        Check.That(await pair.OwnBoard.CountAsync("waiting DescendAsync") > 0, "calls had to wait");
        Check.Equal(0, await pair.Board.CountAsync("abnormal"));
    }
}
