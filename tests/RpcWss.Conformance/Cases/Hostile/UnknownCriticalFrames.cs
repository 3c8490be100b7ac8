using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A kind that must be understood and is not ends the connection: going on would mean something else than the peer does.</summary>
internal sealed class UnknownCriticalFrames() : LocalCase("unknown-critical-frames-end-the-connection")
{
    protected override async Task RunAsync(LocalRun run)
    {
        foreach (byte[] kind in (byte[][])[[0x0e], [0x1f], [0x3f], [0xcc, 0x80], [0xcc, 0xff], [0xcd, 0xff, 0xff], [0xcf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0xff], [0xa1, 0x61]])
        {
            Attack attack = await Attack.BeginGreetedAsync(run);
            await attack.Peer.SendAsync([0x92, .. kind, 0xc0]);
            await attack.ExpectEndAsync(GoAwayCode.ProtocolError, TransportCloseCode.ProtocolError);
        }

        foreach (byte[] frame in (byte[][])[[0x92, (byte)FrameKind.Ack, 1], [0x92, (byte)FrameKind.Auth, 0]])
        {
            // Known, but nobody agreed to use the one, or asked for what the other answers.
            Attack attack = await Attack.BeginGreetedAsync(run);
            await attack.Peer.SendAsync(frame);
            await attack.ExpectEndAsync(GoAwayCode.ProtocolError, TransportCloseCode.ProtocolError);
        }
    }
}
