using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;
using RpcWss.Connections.Streams;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>Nobody reads until both windows are full; then one direction runs to its end while the other stands still. Neither waits for the other.</summary>
internal sealed class IndependentSpeeds() : PairCase("duplex-at-independent-speeds-both-windows-full")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        int count = settings.Count(quick: 20_000, full: 500_000);
        IAsyncEnumerable<long> source = Sources.CountAsync(pair.OwnBoard, "up", count);
        await using IAsyncEnumerator<long> results = pair.Proxy<IStreams>().ExchangeAsync("down", count, source).GetAsyncEnumerator();
        Check.That(await results.MoveNextAsync());
        CallStreams streams = StreamWatch.Of(pair.Caller);
        await Settle.UntilAsync(() => StreamWatch.IsSenderStalled(pair.Caller, streams, 1), "the parameter's window is full");
        await Settle.UntilAsync(() => StreamWatch.IsReceiverFull(pair.Caller, streams, 0), "the result's window is full");
        int sent = await pair.OwnBoard.CountAsync("up item");
        Check.That(sent < count / 2, $"the producer waits, but has made {sent} of {count}");

        for (long number = Sources.First; number < Sources.First + count; number++)
        {
            Check.Equal(number, results.Current);
            Check.That(number == Sources.First + count - 1 || await results.MoveNextAsync());
        }

        Check.Equal(sent, await pair.OwnBoard.CountAsync("up item"), "what the producer made while only the result flowed");
        await pair.Board.OpenAsync("down");
        Check.That(await results.MoveNextAsync());
        Check.Equal(count, results.Current);
        Check.That(!await results.MoveNextAsync());
    }
}
