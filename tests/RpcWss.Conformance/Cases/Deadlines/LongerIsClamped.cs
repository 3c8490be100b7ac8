using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Cases.Deadlines;

/// <summary>Whatever a caller asks for, a call runs no longer than the side that serves it allows.</summary>
internal sealed class LongerIsClamped() : LocalCase("longer-deadline-is-clamped")
{
    protected override async Task RunAsync(LocalRun run)
    {
        var calleesTime = new FakeTimeProvider();
        Side callee = Clocks.SideOf(calleesTime, Clocks.Patient with { MaxDeadline = TimeSpan.FromSeconds(5) });
        RpcConnection calling = (await run.OpenAsync(Clocks.SideOf(new FakeTimeProvider()), callee)).Caller;
        foreach (TimeSpan asked in (TimeSpan[])[TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan, TimeSpan.MaxValue])
        {
            var options = new RpcCallOptions { Deadline = asked };
            Check.Equal(5000, await calling.GetProxy<ITimes>().With(options).LeftAsync());
            Task<int> waiting = calling.GetProxy<IWaiting>().With(options).WaitAsync($"{asked}").AsTask();
            await callee.Board.ReachedAsync($"{asked} started");

            calleesTime.Advance(TimeSpan.FromMilliseconds(4999));
            Check.Equal(0, await callee.Board.CountAsync($"{asked} cancelled"));
            calleesTime.Advance(TimeSpan.FromMilliseconds(2));

            await Check.FailsAsync(RpcStatusCode.DeadlineExceeded, waiting);
            Check.Equal(1, await callee.Board.CountAsync($"{asked} cancelled"));
        }

        Check.Equal(1000, await calling.GetProxy<ITimes>().With(new RpcCallOptions { Deadline = TimeSpan.FromSeconds(1) }).LeftAsync());
    }
}
