using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Errors;

/// <summary>A call that failed half-way keeps what it had said before, and says more with its end.</summary>
internal sealed class ErrorAfterHeaders() : PairCase("error-after-headers")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        var response = new RpcResponseMetadata();
        IFaults faults = pair.Proxy<IFaults>().With(new RpcCallOptions { Response = response });

        RpcException error = await Check.FailsAsync(RpcStatusCode.DataLoss, faults.FailAfterHeadersAsync());

        Check.Equal("half", response.Headers!.GetText("progress"));
        Check.Equal("half", response.Trailers!.GetText("left"));
        Check.Equal("half", error.Trailers!.GetText("left"));
        Check.Same([1, 2, 3], error.Detail.Span, "the detail");
        Check.Equal(RpcExecution.Executed, error.Execution);
    }
}
