using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Errors;

/// <summary>A method that the service does not have and a service that is not there look alike, and name what is missing.</summary>
internal sealed class Unimplemented() : PairCase("unimplemented-method-and-service")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        RpcException method = await Check.FailsAsync(RpcStatusCode.Unimplemented, pair.Proxy<INewerEcho>().AddedLaterAsync(1));
        RpcException service = await Check.FailsAsync(RpcStatusCode.Unimplemented, pair.Proxy<INowhere>().CountAsync(1));

        foreach (RpcException error in (RpcException[])[method, service])
        {
            Check.Contains(error.Method!, error.Message);
            Check.Equal(RpcExecution.NotExecuted, error.Execution);
            Check.That(error.Trailers is null && error.Detail.IsEmpty && error.InnerException is null);
        }

        Check.Equal(8, await pair.Proxy<IEcho>().NextAsync(7));
    }
}
