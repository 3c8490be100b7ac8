using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Errors;

/// <summary>Arguments that do not decode are the caller's mistake and name the parameter; a result that does not is nobody's call. Neither harms the connection.</summary>
internal sealed class Undecodable() : PairCase("undecodable-argument-is-invalid-argument-naming-the-parameter")
{
    /// <summary>Two ends that were built from different signatures are warned about.</summary>
    public override IReadOnlyCollection<int> ExpectedLogs => [1003];

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IMistypedEcho mistyped = pair.Proxy<IMistypedEcho>();

        RpcException wrong = await Check.FailsAsync(RpcStatusCode.InvalidArgument, mistyped.AddAsync(1, "two"));
        Check.Contains("\"right\"", wrong.Message);
        Check.Contains("conformance.echo/AddNumbers", wrong.Message);
        Check.Contains("different signatures", wrong.Message);
        Check.Equal(RpcExecution.NotExecuted, wrong.Execution);

        RpcException missing = await Check.FailsAsync(RpcStatusCode.InvalidArgument, mistyped.AddAsync(1));
        Check.Contains("\"second\"", missing.Message);
        Check.Equal(RpcExecution.NotExecuted, missing.Execution);

        RpcException result = await Check.FailsAsync(RpcStatusCode.Internal, mistyped.NextAsync(7));
        Check.Contains("could not be decoded", result.Message);
        Check.Equal(RpcExecution.Executed, result.Execution);

        Check.Equal(2, await pair.Board.CountAsync("abnormal InvalidArgument"));
        Check.Equal(8, await pair.Proxy<IEcho>().NextAsync(7));
    }
}
