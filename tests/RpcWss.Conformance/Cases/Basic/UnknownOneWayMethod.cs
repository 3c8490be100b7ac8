using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>Nobody waits for a one-way call, so an unknown one is dropped and counted, and its part of the window comes back.</summary>
internal sealed class UnknownOneWayMethod() : PairCase("unknown-one-way-method-dropped-and-counted")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        // More than the window holds at once: without the credit of dropped calls this would stop.
        int count = settings.Count(quick: 30, full: 1000);
        for (int call = 0; call < count; call++)
        {
            await pair.Proxy<INewerEcho>().NotedLaterAsync();
            await pair.Proxy<INowhere>().TellAsync(new string('x', 10_000));
            await pair.Proxy<INewerEcho>().NotedLaterAsync(new byte[12_000]);
        }

        await pair.Board.ReachedAsync("dropped Call", 3 * count);
        Check.Equal(8, await pair.Proxy<IEcho>().NextAsync(7));
    }
}
