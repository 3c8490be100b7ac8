using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Cancellation;

/// <summary>A call that waits for a slot at the peer is taken off the queue: it never leaves, and the one behind it is not harmed.</summary>
internal sealed class CancelWhileWaiting() : PairCase("cancel-while-waiting-at-the-limit-sends-nothing")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        const int Limit = 100;
        IWaiting waiting = pair.Proxy<IWaiting>();
        Task<int>[] running = [.. Enumerable.Range(0, Limit).Select(_ => waiting.WaitAsync("slot").AsTask())];
        await pair.Board.ReachedAsync("slot started", Limit);
        using var source = new CancellationTokenSource();
        Task<int> given = waiting.WaitAsync("given up", source.Token).AsTask();
        Task<int> behind = waiting.WaitAsync("slot").AsTask();
        await pair.OwnBoard.ReachedAsync("waiting WaitAsync", 2);

        await source.CancelAsync();

        await Check.CancelledAsync(given, source.Token);
        Check.Equal(Limit, pair.NumberedCalls);
        await pair.Board.OpenAsync("slot");
        await Task.WhenAll(running);
        await behind;
        Check.Equal(0, await pair.Board.CountAsync("given up started"));
    }
}
