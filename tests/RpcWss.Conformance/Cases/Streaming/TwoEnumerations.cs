using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>A stream can be enumerated once, at either side. A second try throws and leaves the first alone.</summary>
internal sealed class TwoEnumerations() : PairCase("two-enumerations-of-one-stream")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IAsyncEnumerable<long> numbers = pair.Proxy<IStreams>().CountAsync("down", 1000);
        int count = 0;
        await foreach (long _ in numbers)
        {
            if (count++ == 0)
            {
                await Check.ThrowsAsync<InvalidOperationException>(numbers.CountAsync().AsTask());
            }
        }

        Check.Equal(1000, count);
        Check.Equal(1, await pair.Board.CountAsync("down started"));
        string told = await pair.Proxy<IIterators>().EnumerateTwiceAsync(Sources.CountAsync(pair.OwnBoard, "up", 1000));
        Check.Equal("InvalidOperationException 1000", told);
    }
}
