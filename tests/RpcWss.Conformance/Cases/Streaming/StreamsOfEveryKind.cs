using System.IO.Pipelines;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>A stream of each kind, in the midst of it: some wait for items, some for credit, some for the other side.</summary>
internal sealed class StreamsOfEveryKind
{
    private readonly Pair _pair;
    private readonly IAsyncEnumerator<long>[] _items;
    private readonly Stream _down;
    private readonly PipeReader _pipe;
    private readonly Task[] _calls;

    private StreamsOfEveryKind(Pair pair, IAsyncEnumerator<long>[] items, Stream down, PipeReader pipe, Task[] calls)
    {
        _pair = pair;
        _items = items;
        _down = down;
        _pipe = pipe;
        _calls = calls;
    }

    public static async Task<StreamsOfEveryKind> OpenAsync(Pair pair)
    {
        IIterators iterators = pair.Proxy<IIterators>();
        IBytes bytes = pair.Proxy<IBytes>();
        IAsyncEnumerator<long>[] items =
        [
            await BeginAsync(iterators.WaitAsync("waiting", 1)),
            await BeginAsync(pair.Proxy<IStreams>().CountAsync("full", long.MaxValue - Sources.First)),
            await BeginAsync(iterators.HoldBothAsync("both", Endless("both source"))),
        ];
        Stream down = await bytes.DownloadAsync("down", long.MaxValue);
        PipeReader pipe = await bytes.DownloadPipeAsync("pipe", long.MaxValue);
        Task[] calls =
        [
            iterators.HoldAsync("held", Endless("held source")).AsTask(),
            iterators.FollowAsync("idle", Sources.CountAndWaitAsync(pair.OwnBoard, "idle source", 1)).AsTask(),
            bytes.HoldAsync("up", new PatternStream(long.MaxValue)).AsTask(),
            bytes.HoldPipeAsync("up pipe", PipeReader.Create(new PatternStream(long.MaxValue, () => pair.OwnBoard.Mark("up pipe disposed")))).AsTask(),
            pair.Proxy<ITickers>().ReportAsync("reports", 10, new Progress<int>()).AsTask(),
        ];
        foreach (string mark in (string[])["held started", "idle item", "up started", "up pipe started", "reports reported", "waiting waits"])
        {
            await pair.Board.ReachedAsync(mark);
        }

        await pair.OwnBoard.ReachedAsync("idle source waits");
        await pair.OwnBoard.ReachedAsync("held source item", 1000);
        await pair.OwnBoard.ReachedAsync("both source item", 1000);
        return new StreamsOfEveryKind(pair, items, down, pipe, calls);

        IAsyncEnumerable<long> Endless(string key) => Sources.CountAsync(pair.OwnBoard, key, long.MaxValue - Sources.First);
    }

    /// <summary>The connection is gone: every consumer at the caller gets Unavailable, and every producer there was let go.</summary>
    public async Task ExpectUnavailableAsync()
    {
        foreach (Task ending in (Task[])[.. _calls, .. _items.Select(DrainAsync), _down.CopyToAsync(Stream.Null), _pipe.CopyToAsync(Stream.Null)])
        {
            await Check.FailsAsync(RpcStatusCode.Unavailable, ending);
        }

        foreach (IAsyncEnumerator<long> items in _items)
        {
            await items.DisposeAsync();
        }

        await _down.DisposeAsync();
        await _pipe.CompleteAsync();
        foreach (string mark in (string[])["both source finally", "held source finally", "idle source finally", "up pipe disposed"])
        {
            await _pair.OwnBoard.ReachedAsync(mark);
            Check.Equal(1, await _pair.OwnBoard.CountAsync(mark));
        }
    }

    /// <summary>The same at the callee, where that still is.</summary>
    public async Task ExpectCalleeLetGoAsync()
    {
        string[] marks =
        [
            "waiting finally", "full finally", "both finally", "down disposed", "pipe disposed", "held cancelled", "idle ended by its token", "up cancelled", "up pipe cancelled",
            "reports cancelled",
        ];
        foreach (string mark in marks)
        {
            await _pair.Board.ReachedAsync(mark);
        }
    }

    private static async Task<IAsyncEnumerator<long>> BeginAsync(IAsyncEnumerable<long> numbers)
    {
        IAsyncEnumerator<long> enumerator = numbers.GetAsyncEnumerator();
        Check.That(await enumerator.MoveNextAsync());
        return enumerator;
    }

    private static async Task DrainAsync(IAsyncEnumerator<long> numbers)
    {
        while (await numbers.MoveNextAsync())
        {
        }
    }
}
