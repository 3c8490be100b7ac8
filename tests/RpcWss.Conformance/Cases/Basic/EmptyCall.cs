using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>The least that there is: without it nothing works.</summary>
internal sealed class EmptyCall() : PairCase("empty-call")
{
    public override Wire Wires => Wire.AnyAndOldTls;

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        await pair.Proxy<IEcho>().EmptyAsync();

        Check.Equal(1, await pair.Board.CountAsync("empty"));
    }
}
