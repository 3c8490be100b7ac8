using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>Both tokens of a stream give it up: the consumer gets its own token back, and the iterator at the other side ends.</summary>
internal sealed class CancelByToken() : PairCase("cancellation-by-the-methods-token-and-with-cancellation")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IIterators iterators = pair.Proxy<IIterators>();
        foreach (bool byMethod in (bool[])[true, false])
        {
            string key = $"down {byMethod}";
            using var source = new CancellationTokenSource();
            IAsyncEnumerable<long> numbers = byMethod ? iterators.WaitAsync(key, 3, source.Token) : iterators.WaitAsync(key, 3);
            await using IAsyncEnumerator<long> enumerator = numbers.GetAsyncEnumerator(byMethod ? default : source.Token);
            for (int item = 0; item < 3; item++)
            {
                Check.That(await enumerator.MoveNextAsync());
            }

            Task waiting = enumerator.MoveNextAsync().AsTask();
            await pair.Board.ReachedAsync($"{key} waits");
            await source.CancelAsync();
            await Check.CancelledAsync(waiting, source.Token);
            await pair.Board.ReachedAsync($"{key} finally");
        }

        using var upload = new CancellationTokenSource();
        Task<int> call = iterators.FollowAsync("up", Sources.CountAndWaitAsync(pair.OwnBoard, "source", 3), upload.Token).AsTask();
        await pair.Board.ReachedAsync("up item", 3);
        await upload.CancelAsync();
        await Check.CancelledAsync(call, upload.Token);
        await pair.OwnBoard.ReachedAsync("source finally");
        await pair.Board.ReachedAsync("up ended by its token");

        using var bytes = new CancellationTokenSource();
        await using Stream down = await pair.Proxy<IBytes>().DownloadAsync("bytes", long.MaxValue, bytes.Token);
        await down.ReadExactlyAsync(new byte[10]);
        await bytes.CancelAsync();
        await Check.CancelledAsync(down.CopyToAsync(Stream.Null), bytes.Token);
        await pair.Board.ReachedAsync("bytes disposed");
        Check.Equal(0, await pair.Board.CountAsync("abnormal"));
    }
}
