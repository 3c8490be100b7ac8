using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Cancellation;

/// <summary>Cancelling a call cancels the call that its handler makes back, and the one that is made within that; nobody passed a token on.</summary>
internal sealed class ThreeHops() : PairCase("cancel-cascades-over-three-hops")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        using var source = new CancellationTokenSource();
        Task<int> call = pair.Proxy<IChain>().WaitBelowAsync(2, "it", source.Token).AsTask();
        await pair.Board.ReachedAsync("it started");

        await source.CancelAsync();

        await Check.CancelledAsync(call, source.Token);
        await pair.Board.ReachedAsync("it level 2 cancelled");
        await pair.OwnBoard.ReachedAsync("it level 1 cancelled");
        await pair.Board.ReachedAsync("it cancelled");
    }
}
