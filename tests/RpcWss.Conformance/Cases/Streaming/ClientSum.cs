using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>Items that share a frame, that have one each, and that go in chunks: all are counted.</summary>
internal sealed class ClientSum() : PairCase("client-streaming-sums-27182-8-1828-45904")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        int[] sizes = [27_182, 8, 1828, 45_904];

        long sum = await pair.Proxy<IStreams>().MeasureAsync(Sources.SizesAsync(pair.OwnBoard, "up", sizes));

        Check.Equal(74_922L, sum);
        await pair.OwnBoard.ReachedAsync("up finally");
    }
}
