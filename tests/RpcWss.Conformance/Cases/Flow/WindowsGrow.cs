using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;
using RpcWss.Connections.Streams;

namespace RpcWss.Conformance.Cases.Flow;

/// <summary>Over a way of 20 ms a window of 16 KiB would let no more than that through in each of them; it grows until the way is full.</summary>
internal sealed class WindowsGrow() : PairCase("windows-grow-with-the-round-trip")
{
    public override Wire Wires => Wire.Delayed;

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        const int Length = 16 * 1024 * 1024;
        await using Stream down = await pair.Proxy<IBytes>().DownloadAsync("down", Length);
        CallStreams streams = StreamWatch.Of(pair.Caller);
        long first = StreamWatch.CreditOf(pair.Caller, streams, 0).Window, most = first;
        byte[] buffer = new byte[64 * 1024];
        while (await down.ReadAsync(buffer) > 0)
        {
            most = Math.Max(most, StreamWatch.CreditOf(pair.Caller, streams, 0).Window);
        }

        Check.Equal(16 * 1024L, first);
        Check.That(most >= 16 * first, $"the window grows, but from {first:N0} to {most:N0} bytes");
        Check.That(most <= pair.Side.Options.Limits.MaxStreamWindow, $"the window ends at the limit, but is {most:N0} bytes");

        // What had grown is free again, when this stream has been read.
        await Settle.UntilAsync(() => Leaks.Of(pair.Caller).Count == 0, "the window is given back");
    }
}
