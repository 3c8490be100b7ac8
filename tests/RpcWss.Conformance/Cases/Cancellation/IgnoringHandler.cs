using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Cancellation;

/// <summary>
/// The caller does not wait for a handler that ignores its token; but the handler's slot is taken until it returns, or a peer could start and cancel calls faster than they end.
/// </summary>
internal sealed class IgnoringHandler() : PairCase("handler-that-ignores-it-caller-returns-at-once-slot-stays-taken")
{
    private const int Limit = 16;

    public override SideOptions Callee => new() { Limits = new RpcLimits { MaxConcurrentCalls = Limit } };

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        // The limit of a HELLO that has not arrived is the same, but let it be the announced one.
        await pair.Proxy<IEcho>().EmptyAsync();
        using var source = new CancellationTokenSource();
        Task<int>[] calls = [.. Enumerable.Range(0, Limit).Select(_ => pair.Proxy<IWaiting>().IgnoreAsync("deaf", source.Token).AsTask())];
        await pair.Board.ReachedAsync("deaf started", Limit);

        await source.CancelAsync();

        foreach (Task<int> call in calls)
        {
            await Check.CancelledAsync(call, source.Token);
        }

        await pair.Board.ReachedAsync("deaf cancelled", Limit);
        Task<int> next = pair.Proxy<IEcho>().NextAsync(7).AsTask();
        await pair.OwnBoard.ReachedAsync("waiting NextAsync");
        Check.Equal(0, await pair.Board.CountAsync("next"));
        Check.Equal(0, await pair.Board.CountAsync("deaf returned"));

        await pair.Board.OpenAsync("deaf");
        Check.Equal(8, await next);
        Check.Equal(0, await pair.Board.CountAsync("abnormal"));
    }
}
