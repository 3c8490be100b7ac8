using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Cases.Deadlines;

/// <summary>A deadline beyond the end of the calendar is as good as none: the handler can ask for it and nothing overflows.</summary>
internal sealed class DeadlineOfMillennia() : LocalCase("deadline-beyond-the-calendar-is-none")
{
    protected override async Task RunAsync(LocalRun run)
    {
        RpcConnection calling = run.Connect(Clocks.SideOf(new FakeTimeProvider()), Clocks.SideOf(new FakeTimeProvider())).Caller;

        foreach (int years in (int[])[9_000, 14_000, 20_000])
        {
            var options = new RpcCallOptions { Deadline = TimeSpan.FromDays(365.25 * years) };
            Check.That(await calling.GetProxy<ITimes>().With(options).LeftAsync() is null);
        }
    }
}
