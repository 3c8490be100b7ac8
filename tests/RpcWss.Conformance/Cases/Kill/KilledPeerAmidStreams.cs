using RpcWss.Conformance.Cases.Streaming;
using RpcWss.Conformance.Processes;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Kill;

/// <summary>The other process is killed in the midst of a stream of each kind: every consumer here ends, every producer here was let go once, and nothing is left.</summary>
internal sealed class KilledPeerAmidStreams() : ConformanceCase("killing-the-peer-amid-streams-of-every-kind")
{
    public override Wire Wires => Wire.Processes;

    public override async Task RunAsync(CaseSettings settings)
    {
        var caller = new Side(Caller);
        await using PeerProcess peer = await PeerProcess.StartAsync();
        Pair pair = await ProcessWire.ConnectAsync(caller, this, settings with { Peer = peer });
        try
        {
            StreamsOfEveryKind streams = await StreamsOfEveryKind.OpenAsync(pair);

            peer.Kill();

            await streams.ExpectUnavailableAsync();
            await pair.Caller.Completion;
            string[] left = await Settle.UntilEmptyAsync(() => Leaks.Of(pair.Caller));
            Check.That(left.Length == 0, $"nothing leaks, but left are: {string.Join("; ", left)}");
        }
        finally
        {
            await pair.Dispose();
        }
    }
}
