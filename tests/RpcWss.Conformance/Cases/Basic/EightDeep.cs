using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>A call that calls its caller back, which calls back in turn, eight deep and on to the bound: sixteen within the first.</summary>
internal sealed class EightDeep() : PairCase("server-calls-client-during-a-call-eight-deep")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IChain chain = pair.Proxy<IChain>();

        Check.Equal(8, await chain.DescendAsync(7));
        Check.Equal(17, await chain.DescendAsync(16));
    }
}
