using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>Pings are answered, also those that come faster than announced; but those count, and a flood ends the connection.</summary>
internal sealed class PingFlood() : LocalCase("flood-of-pings-ends-the-connection")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run, new SideOptions { Time = new FakeTimeProvider() });
        for (ulong ping = 0; ping <= 200; ping++)
        {
            // The first is not too soon.
            await attack.Peer.SendAsync(RawFrames.Ping(ping << 33));
            Check.Equal(ping << 33, PingFrame.Read((await attack.Peer.ReceiveAsync(FrameKind.Pong)).Body, 1).Value);
        }

        await attack.Peer.SendAsync(RawFrames.Ping(1));
        await attack.ExpectEndAsync(GoAwayCode.TooManyFaults, TransportCloseCode.PolicyViolation);
    }
}
