using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>
/// The arguments of a one-way call wait in chunks at the caller. When the call is dropped somebody must let go of them, though no STATUS ever comes.
/// </summary>
internal sealed class UnknownOneWayMethodWithLargePayload() : PairCase("unknown-one-way-method-with-a-large-payload-holds-nothing")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        foreach (int length in (int[])[20_000, 100_000, 1_000_000])
        {
            await pair.Proxy<INewerEcho>().NotedLaterAsync(new byte[length]);
        }

        await pair.Board.ReachedAsync("dropped Call", 3);
        Check.Equal(8, await pair.Proxy<IEcho>().NextAsync(7));
    }
}
