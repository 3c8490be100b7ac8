using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>Small items in large numbers: none is lost, doubled or moved, in each direction.</summary>
internal sealed class MillionItems() : PairCase("a-million-8-byte-items-in-order")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        int count = settings.Count(quick: 50_000, full: 1_000_000);
        IStreams streams = pair.Proxy<IStreams>();
        long next = Sources.First;
        await foreach (long number in streams.CountAsync("down", count))
        {
            Check.Equal(next++, number);
        }

        Check.Equal(Sources.First + count, next);
        Check.Equal(count, await streams.CheckAsync(Sources.CountAsync(pair.OwnBoard, "up", count)));
        await pair.Board.ReachedAsync("down finally");
    }
}
