using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Cases.Deadlines;

/// <summary>49.7 days are 2^32 milliseconds, beyond which timers and integers like to go wrong.</summary>
internal sealed class OverFortyNineDays() : LocalCase("deadline-over-49-days")
{
    private static readonly TimeSpan _days = TimeSpan.FromDays(60);

    protected override async Task RunAsync(LocalRun run)
    {
        await ExpireAsync(run, callersFires: true);
        await ExpireAsync(run, callersFires: false);
    }

    private static async Task ExpireAsync(LocalRun run, bool callersFires)
    {
        var callersTime = new FakeTimeProvider();
        var calleesTime = new FakeTimeProvider();
        Side callee = Clocks.SideOf(calleesTime);
        RpcConnection calling = (await run.OpenAsync(Clocks.SideOf(callersTime), callee)).Caller;
        var options = new RpcCallOptions { Deadline = _days };
        Check.Equal(_days.TotalMilliseconds, await calling.GetProxy<ITimes>().With(options).LeftAsync());
        Task<int> call = calling.GetProxy<IWaiting>().With(options).WaitAsync("it").AsTask();
        await callee.Board.ReachedAsync("it started");
        FakeTimeProvider time = callersFires ? callersTime : calleesTime;

        time.Advance(TimeSpan.FromDays(59.9));
        Check.Equal(8, await calling.GetProxy<IEcho>().NextAsync(7));
        Check.That(!call.IsCompleted);
        time.Advance(TimeSpan.FromDays(0.2));

        await Check.FailsAsync(RpcStatusCode.DeadlineExceeded, call);
        await callee.Board.ReachedAsync("it cancelled");
    }
}
