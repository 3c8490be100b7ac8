using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Cases.Deadlines;

/// <summary>Both sides watch the deadline. Whichever sees it first, the caller learns the same.</summary>
internal sealed class SameCodeEitherSide() : LocalCase("same-code-whichever-side-fires-first")
{
    protected override async Task RunAsync(LocalRun run)
    {
        string atCaller = await ExpireAsync(run, callersFires: true);
        string atCallee = await ExpireAsync(run, callersFires: false);

        Check.Equal(atCaller, atCallee);
    }

    private static async Task<string> ExpireAsync(LocalRun run, bool callersFires)
    {
        var callersTime = new FakeTimeProvider();
        var calleesTime = new FakeTimeProvider();
        Side callee = Clocks.SideOf(calleesTime);
        RpcConnection calling = (await run.OpenAsync(Clocks.SideOf(callersTime), callee)).Caller;
        var options = new RpcCallOptions { Deadline = TimeSpan.FromSeconds(10) };
        Task<int> call = calling.GetProxy<IWaiting>().With(options).WaitAsync("it").AsTask();
        await callee.Board.ReachedAsync("it started");

        (callersFires ? callersTime : calleesTime).Advance(TimeSpan.FromSeconds(10.1));

        RpcException error = await Check.FailsAsync(RpcStatusCode.DeadlineExceeded, call);
        await callee.Board.ReachedAsync("it cancelled");
        return error.Message;
    }
}
