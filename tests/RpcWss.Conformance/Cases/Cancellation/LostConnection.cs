using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Cancellation;

/// <summary>
/// When the connection is cut, handlers' tokens fire, and every call ends with what is known of it: those that answered something ran, of the others nothing is known.
/// </summary>
internal sealed class LostConnection() : PairCase("connection-loss-fires-handlers-tokens")
{
    private const int Calls = 20;

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IWaiting waiting = pair.Proxy<IWaiting>();
        Task<int>[] answering = [.. Enumerable.Range(0, Calls).Select(_ => waiting.WaitAfterHeadersAsync("answering").AsTask())];
        Task<int>[] silent = [.. Enumerable.Range(0, Calls).Select(_ => waiting.WaitAsync("silent").AsTask())];
        await pair.Board.ReachedAsync("answering started", Calls);
        await pair.Board.ReachedAsync("silent started", Calls);
        // Sent behind the headers, so those have arrived when this has.
        await pair.Proxy<IEcho>().EmptyAsync();

        pair.Caller.Core.Transport.Abort();

        await pair.Board.ReachedAsync("answering cancelled", Calls);
        await pair.Board.ReachedAsync("silent cancelled", Calls);
        foreach (Task<int> call in answering)
        {
            Check.Equal(RpcExecution.Executed, (await Check.FailsAsync(RpcStatusCode.Unavailable, call)).Execution);
        }

        foreach (Task<int> call in silent)
        {
            Check.Equal(RpcExecution.Unknown, (await Check.FailsAsync(RpcStatusCode.Unavailable, call)).Execution);
        }

        RpcException late = await Check.FailsAsync(RpcStatusCode.Unavailable, waiting.WaitAsync("late"));
        Check.Equal(RpcExecution.NotExecuted, late.Execution);
    }
}
