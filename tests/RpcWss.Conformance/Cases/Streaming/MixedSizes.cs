using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>Items from nothing to a megabyte, in chance order: what is inline and what goes in chunks keeps its place.</summary>
internal sealed class MixedSizes() : PairCase("mixed-sizes-to-1-mib")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        Random random = settings.CreateRandom();
        int largest = settings.Wire == Wire.SingleBytes ? 100_000 : 1024 * 1024;
        int[] sizes = [0, largest, .. Enumerable.Range(0, settings.Count(quick: 50, full: 1000)).Select(_ => (int)Math.Pow(largest, random.NextDouble()) - 1)];
        IStreams streams = pair.Proxy<IStreams>();
        int place = 0;
        await foreach (byte[] item in streams.SizesAsync(sizes))
        {
            Check.Same(Sources.Bytes(place, sizes[place]), item, $"item {place}");
            place++;
        }

        Check.Equal(sizes.Length, place);
        Check.Sequence(sizes, await streams.VerifyAsync(Sources.SizesAsync(pair.OwnBoard, "up", sizes)), "the sizes");
    }
}
