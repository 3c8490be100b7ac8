using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Errors;

/// <summary>An exception that is not meant for the caller does not reach it: no text, no type, no stack, no cause. The side that serves logs it.</summary>
internal sealed class Unhandled() : PairCase("unhandled-exception-leaks-nothing-by-default")
{
    private const string Secret = "the password is hunter2";

    public override IReadOnlyCollection<int> ExpectedLogs => [1001];

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        RpcException error = await Check.FailsAsync(RpcStatusCode.Internal, pair.Proxy<IFaults>().ThrowAsync(Secret));

        string all = $"{error} {error.InnerException} {string.Join(' ', error.Trailers ?? [])}";
        foreach (string part in (string[])[Secret, "hunter2", "InvalidOperation", "Format", "FaultService"])
        {
            Check.That(!all.Contains(part, StringComparison.Ordinal), $"no \"{part}\" in what the caller gets: {all}");
        }

        Check.Equal("RpcWss.Conformance.Contracts.IFaults/ThrowAsync failed.", error.Message);
        Check.Equal(RpcExecution.Executed, error.Execution);
        Check.That(error.Detail.IsEmpty);
    }
}
