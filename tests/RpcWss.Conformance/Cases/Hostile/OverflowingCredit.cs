using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>Credit that cannot be is not added up: for the connection's one-way calls it ends the connection.</summary>
internal sealed class OverflowingCredit() : LocalCase("overflowing-or-senseless-credit-ends-the-connection")
{
    protected override async Task RunAsync(LocalRun run)
    {
        foreach (byte[][] frames in (byte[][][])
        [
            [RawFrames.Credit(0, int.MaxValue)],
            [RawFrames.Credit(0, int.MaxValue - 256 * 1024), RawFrames.Credit(0, 1)],
            [[0x94, 0x08, 0x00, 0x00, 0x00]],                               // of nothing
            [[0x94, 0x08, 0x00, 0x01, 0x01]],                               // for a stream of no call
            [[0x94, 0x08, 0x00, 0x00, 0xce, 0xff, 0xff, 0xff, 0xff]],       // beyond 2^31
            [[0x94, 0x08, 0x00, 0x00, 0xff]],                               // less than nothing
        ])
        {
            Attack attack = await Attack.BeginGreetedAsync(run);
            await attack.Peer.SendAsync(frames);
            await attack.ExpectEndAsync(GoAwayCode.ProtocolError, TransportCloseCode.ProtocolError);
        }
    }
}
