using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;
using RpcWss.Connections.Streams;

namespace RpcWss.Conformance.Cases.Flow;

/// <summary>Each sender is blocked on credit and data lie at each receiver: what both sides hold is bounded, calls go on, and all of it comes back.</summary>
internal sealed class StalledStreams() : PairCase("1000-stalled-streams-stay-within-the-budget")
{
    // Sixteen megabytes one byte at a time show nothing more.
    public override Wire Wires => Wire.Any & ~Wire.SingleBytes;

    /// <summary>Calls wait for the limit, on a slow machine for long enough to be warned of.</summary>
    public override IReadOnlyCollection<int> PossibleLogs => [1004];

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        const int Each = 500;
        await pair.Proxy<IEcho>().EmptyAsync();
        using var source = new CancellationTokenSource();
        IIterators iterators = pair.Proxy<IIterators>();
        var down = new List<IAsyncEnumerator<long>>();
        var up = new List<Task<long>>();
        for (int stream = 0; stream < Each; stream++)
        {
            down.Add(iterators.WaitAsync("down", int.MaxValue).GetAsyncEnumerator());
            up.Add(iterators.HoldAsync("up", Sources.CountAndWaitAsync(pair.OwnBoard, "source", long.MaxValue - Sources.First), source.Token).AsTask());
        }

        foreach (IAsyncEnumerator<long> stream in down)
        {
            Check.That(await stream.MoveNextAsync());
        }

        List<CallStreams> all = StreamWatch.AllOf(pair.Caller);
        Check.Equal(2 * Each, all.Count);
        foreach (CallStreams streams in all)
        {
            await Settle.UntilAsync(
                () => streams.Sender(1) is null ? StreamWatch.IsReceiverFull(pair.Caller, streams, 0) : StreamWatch.IsSenderStalled(pair.Caller, streams, 1),
                "every window is full");
        }

        long held = all.Where(streams => streams.Receiver(0) is not null).Sum(streams => StreamWatch.CreditOf(pair.Caller, streams, 0).Buffered);
        long bound = (Each * 16L * 1024) + (pair.Side.Options.Limits.ReceiveBudget / 2 / 4);
        Check.That(held > bound / 4 && held <= bound, $"at most {bound:N0} bytes are held, and {held:N0} are");
        Check.Equal(0L, pair.Caller.Core.Queue.UnsentBulk);
        int[] next = await Task.WhenAll(Enumerable.Range(0, 500).Select(number => pair.Proxy<IEcho>().NextAsync(number).AsTask()));
        Check.Sequence(Enumerable.Range(1, 500), next, "the results");

        await Task.WhenAll(down.Select(stream => stream.DisposeAsync().AsTask()));
        await source.CancelAsync();
        foreach (Task<long> call in up)
        {
            await Check.CancelledAsync(call, source.Token);
        }

        await pair.Board.ReachedAsync("down finally", Each);
        await pair.OwnBoard.ReachedAsync("source finally", Each);
        Check.Equal(0, await pair.Board.CountAsync("abnormal"));
    }
}
