using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A peer may announce that it accepts more metadata than a frame of ours can carry. What does not fit fails its call, before it touches anything shared.</summary>
internal sealed class MoreMetadataThanAFrameHolds() : LocalCase("peer-accepts-more-metadata-than-a-frame-holds")
{
    protected override async Task RunAsync(LocalRun run)
    {
        var side = new Side(SideOptions.Default);
        var (victim, peer) = run.Attack(side);
        await peer.GreetAsync(ProtocolLimits.Default with { MaxMetadataBytes = 10_000_000, MaxMetadataEntries = 100_000 });
        await victim.Opened;
        var options = new RpcCallOptions { Metadata = new RpcMetadata { { "burden", new byte[40_000] } } };

        await Check.FailsAsync(RpcStatusCode.ResourceExhausted, victim.GetProxy<IEcho>().With(options).NextAsync(1));

        await LocalRun.AtRestAsync(victim);
        Task<int> next = victim.GetProxy<IEcho>().NextAsync(7).AsTask();
        ulong id = (await peer.ReceiveAsync(FrameKind.Call)).Call.Id;
        await peer.SendAsync(RawFrames.Status(id, result: [8]));
        Check.Equal(8, await next);
    }
}
