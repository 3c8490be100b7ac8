using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A frame that says more than it holds is no frame: wherever it is cut, the connection ends before anything is made of it.</summary>
internal sealed class TruncatedFrames() : LocalCase("truncated-lengths-end-the-connection")
{
    protected override async Task RunAsync(LocalRun run)
    {
        RawPeer somebody = Attack.Begin(run).Peer;
        foreach (byte[] whole in (byte[][])
        [
            somebody.Call(MethodNames.Next, RawFrames.Arguments(1), out _, CallFlags.Deadline),
            RawFrames.Ping(70_000),
            RawFrames.Cancel(300, RpcStatusCode.Cancelled, 1),
            RawFrames.GoAway(70_000, GoAwayCode.Shutdown),
        ])
        {
            for (int length = 1; length < whole.Length; length++)
            {
                Attack attack = await Attack.BeginGreetedAsync(run);
                await attack.Peer.SendAsync(whole[..length]);
                await attack.ExpectEndAsync(GoAwayCode.ProtocolError, TransportCloseCode.ProtocolError);
            }
        }
    }
}
