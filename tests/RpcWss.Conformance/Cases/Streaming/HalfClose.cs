using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>The caller ends its stream, and only then are there responses.</summary>
internal sealed class HalfClose() : PairCase("half-close-then-responses")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        int count = settings.Count(quick: 5000, full: 100_000);

        List<long> reversed = await pair.Proxy<IStreams>().ReverseAsync(Sources.CountAsync(pair.OwnBoard, "up", count)).ToListAsync();

        Check.Equal(1, await pair.OwnBoard.CountAsync("up finally"));
        Check.Sequence(Enumerable.Range(0, count).Select(number => Sources.First + number).Reverse(), reversed, "the numbers");
    }
}
