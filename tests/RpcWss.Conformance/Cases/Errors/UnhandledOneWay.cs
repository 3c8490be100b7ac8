using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Errors;

/// <summary>Nobody hears of a one-way call that fails but the log of the side that serves it; its part of the window comes back all the same.</summary>
internal sealed class UnhandledOneWay() : PairCase("one-way-failure-stays-where-it-is")
{
    public override IReadOnlyCollection<int> ExpectedLogs => [1001];

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        int count = settings.Count(quick: 300, full: 5000);
        for (int call = 0; call < count; call++)
        {
            await pair.Proxy<IFaults>().ThrowUnheardAsync(new string('x', 2000));
        }

        await pair.Board.ReachedAsync("served ThrowUnheardAsync Internal", count);
        Check.Equal(8, await pair.Proxy<IEcho>().NextAsync(7));
    }
}
