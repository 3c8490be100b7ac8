using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Errors;

/// <summary>Metadata up to the limit passes; a byte or an entry more fails the call, on its way there, ahead of the result or behind it; the connection goes on.</summary>
internal sealed class MetadataOverLimit() : PairCase("metadata-over-the-limit-fails-the-call-connection-lives")
{
    private const int MaxValue = (8 * 1024) - 32 - 6;   // an entry counts 32, and its key, "burden"

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IFaults faults = pair.Proxy<IFaults>();
        await pair.Proxy<IEcho>().EmptyAsync();
        Check.Equal(1, await faults.With(Burden(MaxValue)).MirrorAsync(false));
        Check.Equal(1, await faults.BurdenAsync(MaxValue, MaxValue));

        await OverAsync(faults.With(Burden(MaxValue + 1)).MirrorAsync(false), RpcExecution.NotExecuted);
        await OverAsync(faults.With(Entries(65)).MirrorAsync(false), RpcExecution.NotExecuted);
        await OverAsync(faults.BurdenAsync(MaxValue + 1, 0), RpcExecution.Executed);
        await OverAsync(faults.BurdenAsync(0, MaxValue + 1), RpcExecution.Executed);
        await OverAsync(faults.With(Burden(10_000_000)).MirrorAsync(false), RpcExecution.NotExecuted);

        Check.Equal(64, await faults.With(Entries(64)).MirrorAsync(false));
        Check.Equal(0, await pair.Board.CountAsync("abnormal"));
        Check.Equal(0, await pair.OwnBoard.CountAsync("abnormal"));
    }

    private static async Task OverAsync(ValueTask<int> call, RpcExecution execution)
    {
        RpcException error = await Check.FailsAsync(RpcStatusCode.ResourceExhausted, call);
        Check.Contains("RpcLimits.MaxMetadata", error.Message);
        Check.Equal(execution, error.Execution);
    }

    private static RpcCallOptions Burden(int bytes) => new() { Metadata = new RpcMetadata { { "burden", new byte[bytes] } } };

    private static RpcCallOptions Entries(int count)
    {
        var metadata = new RpcMetadata();
        for (int entry = 0; entry < count; entry++)
        {
            metadata.Add("e", "");
        }

        return new() { Metadata = metadata };
    }
}
