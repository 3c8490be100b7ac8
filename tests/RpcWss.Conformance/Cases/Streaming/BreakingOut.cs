using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>A consumer that wants no more ends the iterator at the other side, whether that waits for room to send, for its token, or has just begun.</summary>
internal sealed class BreakingOut() : PairCase("breaking-out-of-await-foreach-runs-the-servers-finally")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        int broken = settings.Count(quick: 20, full: 2000);
        for (int round = 1; round <= broken; round++)
        {
            await BreakAsync(pair.Proxy<IStreams>().CountAsync("busy", long.MaxValue - Sources.First), after: 1 + (round * 37));
            await pair.Board.ReachedAsync("busy finally", round);
            await BreakAsync(pair.Proxy<IIterators>().WaitAsync("idle", 3), after: 3);
            await pair.Board.ReachedAsync("idle finally", round);
        }

        Check.Equal(broken, await pair.Board.CountAsync("busy finally"));
        Check.Equal(0, await pair.Board.CountAsync("abnormal"));
    }

    private static async Task BreakAsync(IAsyncEnumerable<long> numbers, int after)
    {
        await foreach (long _ in numbers)
        {
            if (--after == 0)
            {
                break;
            }
        }
    }
}
