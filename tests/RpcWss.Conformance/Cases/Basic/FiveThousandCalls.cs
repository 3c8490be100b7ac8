using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>Fifty times as many calls as may run at once: they queue at the caller, and nobody is refused.</summary>
internal sealed class FiveThousandCalls() : PairCase("5000-concurrent-unary-calls-at-the-default-limit-all-succeed")
{
    /// <summary>Calls wait for the limit, on a slow machine for long enough to be warned of.</summary>
    public override IReadOnlyCollection<int> PossibleLogs => [1004];

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IEcho echo = pair.Proxy<IEcho>();

        int[] results = await Task.WhenAll(Enumerable.Range(0, 5000).Select(call => echo.NextAsync(call).AsTask()));

        Check.Sequence(Enumerable.Range(1, 5000), results, "the results");
        Check.Equal(0, await pair.Board.CountAsync("abnormal"));
    }
}
