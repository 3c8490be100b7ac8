using System.Diagnostics;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Processes;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Kill;

/// <summary>
/// The other process, the server in one direction and the client in the other, is killed in the middle of a thousand calls. All of them end within a second
/// with Unavailable: executed where part of the response had come, unknown where nothing had, not executed where the call still waited here.
/// </summary>
internal sealed class KilledPeer() : ConformanceCase("killing-the-peer-ends-a-thousand-calls-within-a-second")
{
    private const int Silent = 400;
    private const int Told = 400;
    private const int Waiting = 200;

    public override Wire Wires => Wire.Processes;

    // The calls that wait find no slot.
    public override SideOptions Callee => new() { Limits = new RpcLimits { MaxConcurrentCalls = Silent + Told } };

    /// <summary>The calls that wait for the limit may wait for long enough to be warned of.</summary>
    public override IReadOnlyCollection<int> PossibleLogs => [1004];

    public override async Task RunAsync(CaseSettings settings)
    {
        var caller = new Side(Caller);
        await using PeerProcess peer = await PeerProcess.StartAsync();
        Pair pair = await ProcessWire.ConnectAsync(caller, this, settings with { Peer = peer });
        try
        {
            IWaiting waiting = pair.Proxy<IWaiting>();
            Task<int>[] told = [.. Enumerable.Range(0, Told).Select(_ => waiting.WaitAfterHeadersAsync("told").AsTask())];
            await pair.Board.ReachedAsync("told started", Told);

            // What answers this call left behind the headers of all others.
            Check.Equal(8, await pair.Proxy<IEcho>().NextAsync(7));
            Task<int>[] silent = [.. Enumerable.Range(0, Silent).Select(_ => waiting.WaitAsync("silent").AsTask())];
            await pair.Board.ReachedAsync("silent started", Silent);
            Task<int>[] unsent = [.. Enumerable.Range(0, Waiting).Select(_ => waiting.WaitAsync("unsent").AsTask())];

            long killed = Stopwatch.GetTimestamp();
            peer.Kill();
            await EndAsync(told, RpcExecution.Executed);
            await EndAsync(silent, RpcExecution.Unknown);
            await EndAsync(unsent, RpcExecution.NotExecuted);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(killed);

            Check.That(elapsed < TimeSpan.FromSeconds(1), $"all calls end within a second; it took {elapsed.TotalMilliseconds:0} ms");
            await pair.Caller.Completion;
            Check.Equal(0, pair.Caller.Core.Calls.Count);
        }
        finally
        {
            await pair.Dispose();
        }
    }

    private static async Task EndAsync(Task<int>[] calls, RpcExecution execution)
    {
        foreach (Task<int> call in calls)
        {
            RpcException failure = await Check.FailsAsync(RpcStatusCode.Unavailable, call);
            Check.Equal(execution, failure.Execution);
        }
    }
}
