using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Errors;

/// <summary>The longest message, the largest detail and as many trailers as allowed arrive together, in the one frame that there is.</summary>
internal sealed class LargestError() : PairCase("largest-error-fits-its-frame")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        RpcException error = await Check.FailsAsync(RpcStatusCode.OutOfRange, pair.Proxy<IFaults>().FailAtFullSizeAsync());

        Check.That(error.Message.EndsWith("é…", StringComparison.Ordinal));
        Check.Equal(FaultService.MaxDetail, error.Detail.Length);
        Check.Equal(FaultService.MaxTrailer, error.Trailers![0].Binary.Length);
    }
}
