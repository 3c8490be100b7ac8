using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>When the connection is cut, every consumer gets Unavailable, and every iterator at both sides runs its finally, whatever it waits for.</summary>
internal sealed class KilledStreams() : PairCase("connection-lost-amid-streams-of-every-kind")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        StreamsOfEveryKind streams = await StreamsOfEveryKind.OpenAsync(pair);

        pair.Caller.Core.Transport.Abort();

        await streams.ExpectUnavailableAsync();
        await streams.ExpectCalleeLetGoAsync();
    }
}
