using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Errors;

/// <summary>The side that serves may choose to tell, for development.</summary>
internal sealed class UnhandledDetailed() : PairCase("unhandled-exception-tells-type-and-text-where-asked-to")
{
    public override SideOptions Callee => new() { DetailedErrors = true };

    public override IReadOnlyCollection<int> ExpectedLogs => [1001];

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        RpcException error = await Check.FailsAsync(RpcStatusCode.Internal, pair.Proxy<IFaults>().ThrowAsync("the valve is stuck"));

        Check.Equal("RpcWss.Conformance.Contracts.IFaults/ThrowAsync failed with InvalidOperationException: the valve is stuck", error.Message);
    }
}
