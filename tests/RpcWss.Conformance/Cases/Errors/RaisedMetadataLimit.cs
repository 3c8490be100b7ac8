using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Errors;

/// <summary>Where the limit is raised, as much metadata as it allows goes in every frame that may carry it, beside the largest inline payload.</summary>
internal sealed class RaisedMetadataLimit() : PairCase("metadata-up-to-a-raised-limit-fits-every-frame")
{
    private const int Limit = 15 * 1024;
    private const int MaxValue = Limit - 32 - 6;

    public override SideOptions Caller => Callee;

    public override SideOptions Callee => new() { Limits = new RpcLimits { MaxMetadataSize = Limit } };

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        var full = new RpcCallOptions { Metadata = new RpcMetadata { { "burden", new byte[MaxValue] } } };
        await pair.Proxy<IEcho>().EmptyAsync();

        foreach (int length in (int[])[16_000, 16_379, 16_380, 16_384, 17_000])
        {
            Check.Equal(length, (await pair.Proxy<IEcho>().With(full).BytesAsync(new byte[length]))!.Length);
        }

        Check.Equal(1, await pair.Proxy<IFaults>().With(full).MirrorAsync(false));
        await Check.FailsAsync(RpcStatusCode.FailedPrecondition, pair.Proxy<IFaults>().With(full).MirrorAsync(true));
        Check.Equal(1, await pair.Proxy<IFaults>().BurdenAsync(MaxValue, MaxValue));
    }
}
