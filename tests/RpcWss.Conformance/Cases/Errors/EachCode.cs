using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Errors;

/// <summary>What a service fails with is what its caller sees.</summary>
internal sealed class EachCode() : PairCase("each-status-code-reaches-the-caller")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        foreach (RpcStatusCode code in Enum.GetValues<RpcStatusCode>().Where(code => code != RpcStatusCode.OK))
        {
            RpcException error = await Check.FailsAsync(code, pair.Proxy<IFaults>().FailAsync(code, $"about {code}"));

            Check.Equal($"about {code}", error.Message);
            Check.Equal(RpcExecution.Executed, error.Execution);
            Check.Contains("IFaults/FailAsync", error.Method!);
            Check.That(error.Trailers is null && error.Detail.IsEmpty);
        }
    }
}
