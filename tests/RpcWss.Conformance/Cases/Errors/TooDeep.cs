using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Errors;

/// <summary>Calls back and forth nest sixteen deep. One more is refused, which fails the handler that made it, and so on up; the connection goes on.</summary>
internal sealed class TooDeep() : PairCase("seventeenth-nested-call-is-refused")
{
    public override IReadOnlyCollection<int> ExpectedLogs => [1001];

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        Check.Equal(17, await pair.Proxy<IChain>().DescendAsync(16));

        await Check.FailsAsync(RpcStatusCode.Internal, pair.Proxy<IChain>().DescendAsync(17));

        Check.Equal(1, await pair.OwnBoard.CountAsync("abnormal ResourceExhausted"));
        Check.Equal(17, await pair.Proxy<IChain>().DescendAsync(16));
    }
}
