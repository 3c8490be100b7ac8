using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>A failure stands behind the items that came before it, on each side, also when they fill the window and nobody has read them yet.</summary>
internal sealed class ThrowAfterItems() : PairCase("throw-after-k-items-delivers-k-items-then-the-status")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        foreach (int count in (int[])[0, 1, 1000, settings.Count(quick: 5000, full: 100_000)])
        {
            int delivered = 0;
            RpcException failed = await Check.FailsAsync(RpcStatusCode.OutOfRange, async () =>
            {
                await foreach (long _ in pair.Proxy<IIterators>().FailAfterAsync("down", count, RpcStatusCode.OutOfRange, "as asked"))
                {
                    delivered++;
                }
            });
            Check.Equal(count, delivered);
            Check.Equal("as asked", failed.Message);
            Check.Equal(RpcExecution.Executed, failed.Execution);

            string key = $"up {count}";
            var failure = new RpcException(RpcStatusCode.DataLoss, "the source is gone");
            IAsyncEnumerable<long> source = Sources.CountAndFailAsync(pair.OwnBoard, key, count, failure);
            RpcException call = await Check.FailsAsync(RpcStatusCode.DataLoss, pair.Proxy<IIterators>().FollowAsync(key, source));
            Check.Equal(count, await pair.Board.CountAsync($"{key} item"));
            Check.Equal(1, await pair.Board.CountAsync($"{key} ended DataLoss"));
            Check.Equal("the source is gone", call.Message);
            Check.That(call.InnerException == failure, "the failure of the source stands in the call's");
        }

        await pair.Board.ReachedAsync("down finally", 4);
        Check.Equal(0, await pair.Board.CountAsync("abnormal"));
    }
}
