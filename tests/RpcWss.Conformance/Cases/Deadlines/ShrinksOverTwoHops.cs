using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Cases.Deadlines;

/// <summary>What a handler has used up of its time, the call that it makes does not have.</summary>
internal sealed class ShrinksOverTwoHops() : LocalCase("deadline-shrinks-over-two-hops")
{
    protected override async Task RunAsync(LocalRun run)
    {
        var callersTime = new FakeTimeProvider();
        var calleesTime = new FakeTimeProvider();
        Side callee = Clocks.SideOf(calleesTime);
        RpcConnection calling = (await run.OpenAsync(Clocks.SideOf(callersTime), callee)).Caller;
        ITimes times = calling.GetProxy<ITimes>().With(new RpcCallOptions { Deadline = TimeSpan.FromSeconds(10) });
        Task<double?> left = times.LeftBehindAsync("hop").AsTask();
        await callee.Board.ReachedAsync("hop started");

        calleesTime.Advance(TimeSpan.FromSeconds(3));
        await callee.Board.OpenAsync("hop");

        Check.Equal(7000, await left);
    }
}
