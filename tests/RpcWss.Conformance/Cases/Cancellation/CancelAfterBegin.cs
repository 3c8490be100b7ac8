using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Cancellation;

/// <summary>The caller is free at once, the handler's token fires, and both sides forget the call.</summary>
internal sealed class CancelAfterBegin() : PairCase("cancel-after-begin")
{
    public override Wire Wires => Wire.AnyAndOldTls;

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        const int Calls = 20;
        using var source = new CancellationTokenSource();
        Task<int>[] calls = [.. Enumerable.Range(0, Calls).Select(_ => pair.Proxy<IWaiting>().WaitAsync("it", source.Token).AsTask())];
        await pair.Board.ReachedAsync("it started", Calls);

        await source.CancelAsync();

        foreach (Task<int> call in calls)
        {
            await Check.CancelledAsync(call, source.Token);
        }

        await pair.Board.ReachedAsync("it cancelled", Calls);
        Check.Equal(8, await pair.Proxy<IEcho>().NextAsync(7));
    }
}
