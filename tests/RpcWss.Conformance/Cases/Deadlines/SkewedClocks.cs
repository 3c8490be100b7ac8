using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Cases.Deadlines;

/// <summary>No clock of one side is ever compared with one of the other: decades apart, deadlines are what they are.</summary>
internal sealed class SkewedClocks() : LocalCase("skewed-clocks-do-not-matter")
{
    protected override async Task RunAsync(LocalRun run)
    {
        DateTimeOffset past = DateTimeOffset.UnixEpoch, future = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await RunAsync(run, new FakeTimeProvider(past), new FakeTimeProvider(future));
        await RunAsync(run, new FakeTimeProvider(future), new FakeTimeProvider(past));
    }

    private static async Task RunAsync(LocalRun run, FakeTimeProvider callersTime, FakeTimeProvider calleesTime)
    {
        Side callee = Clocks.SideOf(calleesTime);
        RpcConnection calling = (await run.OpenAsync(Clocks.SideOf(callersTime), callee)).Caller;
        var options = new RpcCallOptions { Deadline = TimeSpan.FromSeconds(10) };
        Check.Equal(10_000, await calling.GetProxy<ITimes>().With(options).LeftAsync());
        Task<int> call = calling.GetProxy<IWaiting>().With(options).WaitAsync("it").AsTask();
        await callee.Board.ReachedAsync("it started");

        callersTime.Advance(TimeSpan.FromSeconds(9.9));
        calleesTime.Advance(TimeSpan.FromSeconds(9.9));
        Check.That(!call.IsCompleted);
        callersTime.Advance(TimeSpan.FromSeconds(0.2));

        await Check.FailsAsync(RpcStatusCode.DeadlineExceeded, call);
        await callee.Board.ReachedAsync("it cancelled");
    }
}
