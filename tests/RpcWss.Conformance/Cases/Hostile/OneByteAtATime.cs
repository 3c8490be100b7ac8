using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A peer may send its messages in pieces as small as it likes: they mean what they mean as a whole, faults too.</summary>
internal sealed class OneByteAtATime() : LocalCase("one-byte-at-a-time-is-read-as-a-whole")
{
    protected override async Task RunAsync(LocalRun run)
    {
        var side = new Side(SideOptions.Default);
        var (victim, peer) = run.Attack(side, fromPeer: new InMemoryTransportOptions { MaxReadSize = 1 });
        var attack = new Attack(run, side, victim, peer);
        await peer.GreetAsync();
        await victim.Opened;
        await attack.ExpectUnharmedAsync();

        byte[] arguments = [0x92, 0xc5, 0xc3, 0x50, .. new byte[50_000], 0x01];
        ulong id = await peer.AnnounceAsync(MethodNames.Answer, (ulong)arguments.Length);
        await peer.SendAsync([.. arguments.Chunk(10_000).Select(chunk => RawFrames.Chunk(id, chunk))]);
        Check.Equal(RpcStatusCode.OK, (RpcStatusCode)(await peer.ReceiveStatusAsync(id)).Status.Code);

        await peer.SendAsync(RawFrames.Ping(7), [0x92, 0x3f, 0xc0]);
        await attack.ExpectEndAsync(GoAwayCode.ProtocolError, TransportCloseCode.ProtocolError);
    }
}
