using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Flow;

/// <summary>Calls with streams beyond the peer's limit wait at their caller, in their order, and run when others have ended.</summary>
internal sealed class MoreStreamsThanMayRun() : PairCase("more-streams-than-may-run-wait-and-then-run")
{
    private const int Limit = 16;

    public override SideOptions Callee => new() { Limits = new RpcLimits { MaxStreamingCalls = Limit } };

    /// <summary>Calls wait for the limit, on a slow machine for long enough to be warned of.</summary>
    public override IReadOnlyCollection<int> PossibleLogs => [1004];

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        const int Calls = 40;
        await pair.Proxy<IEcho>().EmptyAsync();
        IIterators iterators = pair.Proxy<IIterators>();
        Task<int>[] calls = [.. Enumerable.Range(0, Calls).Select(_ => iterators.WaitAsync("stream", 10).CountAsync().AsTask())];

        await pair.Board.ReachedAsync("stream waits", Limit);
        await pair.OwnBoard.ReachedAsync("waiting WaitAsync", Calls - Limit);
        Check.Equal(8, await pair.Proxy<IEcho>().NextAsync(7));
        Check.Equal(Limit, await pair.Board.CountAsync("stream started"));

        await pair.Board.OpenAsync("stream");
        Check.Sequence(Enumerable.Repeat(10, Calls), await Task.WhenAll(calls), "how many items came of each");
        Check.Equal(0, await pair.Board.CountAsync("abnormal"));
    }
}
