using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>Wherever the code of a stream throws, its consumer gets what came before, then a status, and nothing of an exception that was not meant for it.</summary>
internal sealed class IteratorsThatThrow() : PairCase("iterator-that-throws-at-once-in-the-middle-or-in-finally")
{
    /// <summary>An exception that was not meant for the caller is logged.</summary>
    public override IReadOnlyCollection<int> ExpectedLogs => [1001];

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IIterators iterators = pair.Proxy<IIterators>();

        RpcException atOnce = await Check.FailsAsync(RpcStatusCode.NotFound, iterators.ThrowAtOnceAsync().CountAsync());
        Check.Equal("no such stream", atOnce.Message);

        int count = 0;
        RpcException amid = await Check.FailsAsync(RpcStatusCode.Internal, async () =>
        {
            await foreach (long _ in iterators.ThrowAfterAsync("amid", 20))
            {
                count++;
            }
        });
        Check.Equal(20, count);
        Check.That(!amid.Message.Contains("secret"), "nothing of the exception leaves");

        RpcException late = await Check.FailsAsync(RpcStatusCode.Aborted, iterators.ThrowInFinallyAsync("late", 3).CountAsync());
        Check.Equal("late", late.Message);

        // The consumer wants no more, and nobody hears what the finally throws then.
        await foreach (long _ in iterators.ThrowInFinallyAsync("broken", int.MaxValue))
        {
            break;
        }

        await pair.Board.ReachedAsync("broken finally");
        await pair.Board.ReachedAsync("served ThrowInFinallyAsync Aborted", 2);
    }
}
