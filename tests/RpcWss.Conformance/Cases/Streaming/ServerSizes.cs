using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>Items of any sizes come in the order in which they were made.</summary>
internal sealed class ServerSizes() : PairCase("server-streaming-sizes-in-order")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        int[] sizes = [31_415, 9, 2653, 58_979, 0, 1];

        List<byte[]> items = await pair.Proxy<IStreams>().SizesAsync(sizes).ToListAsync();

        Check.Sequence(sizes, items.Select(item => item.Length), "the sizes");
        for (int place = 0; place < sizes.Length; place++)
        {
            Check.Same(Sources.Bytes(place, sizes[place]), items[place], $"item {place}");
        }

        await pair.Board.ReachedAsync("sizes finally");
    }
}
