using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Cases.Deadlines;

/// <summary>Half of the calls run at the peer, half wait for a slot; when the one instant comes all of them end, and the peer is told of those that it has.</summary>
internal sealed class TenThousandAtOnce() : LocalCase("10000-deadlines-at-one-instant")
{
    /// <summary>Calls wait for the limit, on a slow machine for long enough to be warned of.</summary>
    public override IReadOnlyCollection<int> PossibleLogs => [1004];

    protected override async Task RunAsync(LocalRun run)
    {
        int count = run.Settings.Count(quick: 2000, full: 10_000);
        var callersTime = new FakeTimeProvider();
        Side caller = Clocks.SideOf(callersTime);
        Side callee = Clocks.SideOf(new FakeTimeProvider(), Clocks.Patient with { MaxConcurrentCalls = count / 2 });
        RpcConnection calling = (await run.OpenAsync(caller, callee)).Caller;
        await calling.GetProxy<IEcho>().EmptyAsync();
        IWaiting waiting = calling.GetProxy<IWaiting>().With(new RpcCallOptions { Deadline = TimeSpan.FromSeconds(10) });
        Task<int>[] calls = [.. Enumerable.Range(0, count).Select(_ => waiting.WaitAsync("it").AsTask())];

        // A call's time begins when it is taken over: that of all of them before the clock moves.
        lock (calling.Core.Gate)
        {
            calling.Core.TakeHandedOver();
        }

        await callee.Board.ReachedAsync("it started", count / 2);
        callersTime.Advance(TimeSpan.FromMilliseconds(9999));
        Check.Equal(0, calls.Count(call => call.IsCompleted), "the calls that ended early");

        callersTime.Advance(TimeSpan.FromMilliseconds(2));

        RpcException[] errors = await Task.WhenAll(calls.Select(call => Check.FailsAsync(RpcStatusCode.DeadlineExceeded, call)));
        Check.Equal(count / 2, errors.Count(error => error.Execution == RpcExecution.NotExecuted), "the calls that never left");
        Check.Equal(count / 2, errors.Count(error => error.Execution == RpcExecution.Unknown), "the calls that ran");
        await callee.Board.ReachedAsync("it cancelled", count / 2);
    }
}
