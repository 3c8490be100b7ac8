using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Deadlines;

/// <summary>A call that is late before it starts does not leave.</summary>
internal sealed class DeadlinePast() : PairCase("deadline-already-past-sends-nothing")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IEcho echo = pair.Proxy<IEcho>();
        await echo.NextAsync(1);
        int frames = pair.Sent?.All.Count ?? 0;
        int calls = pair.NumberedCalls;

        foreach (int milliseconds in (int[])[0, -1000])
        {
            IEcho late = echo.With(new RpcCallOptions { Deadline = TimeSpan.FromMilliseconds(milliseconds) });
            RpcException error = await Check.FailsAsync(RpcStatusCode.DeadlineExceeded, late.NextAsync(2));
            Check.Equal(RpcExecution.NotExecuted, error.Execution);
        }

        Check.Equal(calls, pair.NumberedCalls);
        Check.Equal(frames, pair.Sent?.All.Count ?? 0, "the frames sent");
        await echo.NextAsync(3);
        Check.Equal(2, await pair.Board.CountAsync("next"));
    }
}
