using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Cases.Deadlines;

/// <summary>
/// A handler that waits for a call of its own is told of the deadline twice, by its token and by that call. Whichever comes first, its caller learns DeadlineExceeded and not that
/// the handler failed.
/// </summary>
internal sealed class SameCodeInTheMiddle() : LocalCase("same-code-when-a-call-within-the-call-fires-first")
{
    protected override async Task RunAsync(LocalRun run)
    {
        var time = new FakeTimeProvider();
        Side start = Clocks.SideOf(new FakeTimeProvider()), middle = Clocks.SideOf(time), end = Clocks.SideOf(new FakeTimeProvider());
        middle.Behind = (await run.OpenAsync(middle, end)).Caller;
        RpcConnection calling = (await run.OpenAsync(start, middle)).Caller;
        IRelay relay = calling.GetProxy<IRelay>().With(new RpcCallOptions { Deadline = TimeSpan.FromSeconds(10) });
        Task<int> call = relay.WaitBehindAsync("it").AsTask();
        await end.Board.ReachedAsync("it started");

        // A deadline a little earlier has the connection behind look at its calls when the deadline of all has just passed, before the other connection looks.
        IWaiting other = middle.Behind.GetProxy<IWaiting>().With(new RpcCallOptions { Deadline = TimeSpan.FromMilliseconds(9999.1) });
        Task<int> earlier = other.WaitAsync("other").AsTask();
        await end.Board.ReachedAsync("other started");
        time.Advance(TimeSpan.FromMilliseconds(10_000.5));

        await Check.FailsAsync(RpcStatusCode.DeadlineExceeded, earlier);
        await Check.FailsAsync(RpcStatusCode.DeadlineExceeded, call);
        await end.Board.ReachedAsync("it cancelled");
        Check.Equal(0, await middle.Board.CountAsync("it cancelled"), "whether the handler's token fired first");
    }
}
