using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Flow;

/// <summary>Streams that nobody reads, large items among them, stand still alone: calls, and streams of the same method, go on.</summary>
internal sealed class SlowReader() : PairCase("slow-reader-does-not-hurt-its-neighbours")
{
    private const int Calls = 200;

    /// <summary>No call waits for another: one that waits does so for the slow readers.</summary>
    public override SideOptions Callee => new() { Limits = new RpcLimits { MaxConcurrentCalls = Calls } };

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        await using IAsyncEnumerator<long> unread = pair.Proxy<IStreams>().CountAsync("unread", long.MaxValue - Sources.First).GetAsyncEnumerator();
        Check.That(await unread.MoveNextAsync());
        await using Stream bytes = await pair.Proxy<IBytes>().DownloadAsync("bytes", long.MaxValue);
        await using IAsyncEnumerator<byte[]> large = pair.Proxy<IStreams>().SizesAsync([1, 1_000_000, 1_000_000]).GetAsyncEnumerator();
        Check.That(await large.MoveNextAsync());
        Task<long> held = pair.Proxy<IIterators>().HoldAsync("held", Sources.CountAsync(pair.OwnBoard, "source", 10_000)).AsTask();
        await pair.Board.ReachedAsync("held started");

        int[] next = await Task.WhenAll(Enumerable.Range(0, Calls).Select(number => pair.Proxy<IEcho>().NextAsync(number).AsTask()));
        Check.Sequence(Enumerable.Range(1, Calls), next, "the results");
        Check.Equal(20_000, await pair.Proxy<IStreams>().CountAsync("read", 20_000).CountAsync());
        Check.Equal(20_000L, await pair.Proxy<IStreams>().CheckAsync(Sources.CountAsync(pair.OwnBoard, "up", 20_000)));
        Check.Equal(100_000, (await pair.Proxy<IEcho>().AnswerAsync(new byte[100_000], 100_000)).Length);

        Check.That(!held.IsCompleted);
        await pair.Board.OpenAsync("held");
        Check.Equal(10_000L, await held);
    }
}
