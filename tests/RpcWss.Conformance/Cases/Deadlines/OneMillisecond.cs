using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Deadlines;

/// <summary>A millisecond is too short for a handler that waits: the caller learns it, and nothing of the call stays anywhere.</summary>
internal sealed class OneMillisecond() : PairCase("deadline-of-1-ms-against-a-sleeping-server")
{
    public override Wire Wires => Wire.AnyAndOldTls;

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        await pair.Proxy<IEcho>().EmptyAsync();
        IWaiting waiting = pair.Proxy<IWaiting>().With(new RpcCallOptions { Deadline = TimeSpan.FromMilliseconds(1) });

        Task[] calls = [.. Enumerable.Range(0, settings.Count(quick: 50, full: 1000)).Select(_ => CallAsync(waiting))];

        await Task.WhenAll(calls);
        Check.Equal(8, await pair.Proxy<IEcho>().NextAsync(7));
    }

    private static async Task CallAsync(IWaiting waiting)
    {
        RpcException error = await Check.FailsAsync(RpcStatusCode.DeadlineExceeded, waiting.WaitAsync("slow"));
        Check.Contains("The deadline of", error.Message);
    }
}
