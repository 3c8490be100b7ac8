using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>What the peer does not host fails the call, which did not run, and nothing else; again and again.</summary>
internal sealed class UnknownMethod() : PairCase("unknown-method-is-unimplemented")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        // More than the peer would forgive if it took these for abuse.
        await Task.WhenAll(Enumerable.Range(0, settings.Count(quick: 300, full: 3000)).Select(_ => RefusedAsync(pair)));

        Check.Equal(8, await pair.Proxy<IEcho>().NextAsync(7));
    }

    private static async Task RefusedAsync(Pair pair)
    {
        RpcException method = await Check.FailsAsync(RpcStatusCode.Unimplemented, pair.Proxy<INewerEcho>().AddedLaterAsync(1));
        RpcException contract = await Check.FailsAsync(RpcStatusCode.Unimplemented, pair.Proxy<INowhere>().CountAsync(1));

        Check.Equal(RpcExecution.NotExecuted, method.Execution);
        Check.Contains("conformance.echo/AddedLaterAsync", method.Message);
        Check.Equal(RpcExecution.NotExecuted, contract.Execution);
        Check.Contains("INowhere/CountAsync", contract.Message);
    }
}
