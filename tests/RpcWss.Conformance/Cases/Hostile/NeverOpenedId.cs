using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A frame for a call that was never opened, by either side, cannot be late; it is wrong.</summary>
internal sealed class NeverOpenedId() : LocalCase("frame-for-a-never-opened-call-ends-the-connection")
{
    protected override async Task RunAsync(LocalRun run)
    {
        ulong own = run.CallerRole == PeerRole.Client ? 101UL : 100UL, victims = own ^ 1;
        foreach (byte[] frame in (byte[][])
        [
            RawFrames.Status(victims),
            RawFrames.Status(own),
            RawFrames.Headers(victims, RawFrames.Metadata()),
            RawFrames.Headers(own, RawFrames.Metadata()),
            RawFrames.AnnouncedItem(victims, 0, 100),
            RawFrames.Item(own, 1, [1]),
            RawFrames.Chunk(victims, [1]),
            RawFrames.Chunk(own, [1]),
            RawFrames.Credit(victims, 1),
            RawFrames.Credit(own, 1),
            RawFrames.Cancel(own),
            RawFrames.Cancel(victims),
            RawFrames.Cancel(victims, RpcStatusCode.Cancelled, 0),
        ])
        {
            Attack attack = await Attack.BeginGreetedAsync(run);
            await attack.Peer.SendAsync(frame);
            await attack.ExpectEndAsync(GoAwayCode.ProtocolError, TransportCloseCode.ProtocolError);
        }
    }
}
