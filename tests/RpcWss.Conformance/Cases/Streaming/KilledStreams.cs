using System.IO.Pipelines;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>When the connection is cut, every consumer gets Unavailable, and every iterator at both sides runs its finally, whatever it waits for.</summary>
internal sealed class KilledStreams() : PairCase("connection-lost-amid-streams-of-every-kind")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IIterators iterators = pair.Proxy<IIterators>();
        IBytes bytes = pair.Proxy<IBytes>();
        await using IAsyncEnumerator<long> waiting = await BeginAsync(iterators.WaitAsync("waiting", 1));
        await using IAsyncEnumerator<long> full = await BeginAsync(pair.Proxy<IStreams>().CountAsync("full", long.MaxValue - Sources.First));
        await using IAsyncEnumerator<long> both = await BeginAsync(iterators.HoldBothAsync("both", Endless("both source")));
        await using Stream down = await bytes.DownloadAsync("down", long.MaxValue);
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
        pair.Caller.Core.Transport.Abort();

        foreach (Task call in (Task[])[.. calls, DrainAsync(waiting), DrainAsync(full), DrainAsync(both), down.CopyToAsync(Stream.Null), pipe.CopyToAsync(Stream.Null)])
        {
            await Check.FailsAsync(RpcStatusCode.Unavailable, call);
        }

        await pipe.CompleteAsync();
        foreach (string mark in (string[])["waiting finally", "full finally", "both finally", "down disposed", "pipe disposed", "held cancelled", "idle ended by its token", "up cancelled", "up pipe cancelled", "reports cancelled"])
        {
            await pair.Board.ReachedAsync(mark);
        }

        foreach (string mark in (string[])["both source finally", "held source finally", "idle source finally", "up pipe disposed"])
        {
            await pair.OwnBoard.ReachedAsync(mark);
        }

        IAsyncEnumerable<long> Endless(string key) => Sources.CountAsync(pair.OwnBoard, key, long.MaxValue - Sources.First);
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
