using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>HELLO comes first and once.</summary>
internal sealed class SecondHello() : LocalCase("second-hello-or-another-first-frame-ends-the-connection")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Attack twice = await Attack.BeginGreetedAsync(run);
        await twice.Peer.SendAsync(RawFrames.Hello(twice.Peer.Role, ProtocolLimits.Default));
        await twice.ExpectEndAsync(GoAwayCode.ProtocolError, TransportCloseCode.ProtocolError);

        foreach (byte[] first in (byte[][])[RawFrames.Ping(1), RawFrames.GoAway(1, GoAwayCode.Shutdown), RawFrames.Call(run.CallerRole == PeerRole.Client ? 1UL : 2UL, 0, MethodNames.Next)])
        {
            Attack none = Attack.Begin(run);
            await none.Peer.SendAsync(first);
            await none.ExpectEndAsync(GoAwayCode.ProtocolError, TransportCloseCode.ProtocolError);
        }
    }
}
