using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A chunk that is empty, too much, not announced or not granted fails its call, gives back what that held, and harms nothing else.</summary>
internal sealed class WrongChunks() : LocalCase("zero-length-excess-unannounced-or-ungranted-chunks-fail-the-call")
{
    private const int MaxPayload = 256 * 1024;

    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run, new SideOptions { Limits = new RpcLimits { MaxPayloadSize = MaxPayload, ReceiveBudget = 8 * MaxPayload } });
        RawPeer peer = attack.Peer;

        foreach (byte[][] chunks in (byte[][][])
        [
            [[]],
            [new byte[20_001]],
            [new byte[10_000], []],
            [new byte[10_000], new byte[10_001]],
        ])
        {
            ulong id = await peer.AnnounceAsync(MethodNames.Answer, 20_000);
            await peer.SendAsync([.. chunks.Select(chunk => RawFrames.Chunk(id, chunk))]);
            await FailsAsync(peer, id, notExecuted: true);
        }

        ulong otherStream = await peer.AnnounceAsync(MethodNames.Answer, 20_000);
        await peer.SendAsync(RawFrames.Chunk(otherStream, [1], stream: 1));
        await FailsAsync(peer, otherStream, notExecuted: true);

        ulong unannounced = await peer.CallAsync(MethodNames.Wait, RawFrames.TextArguments("it"));
        await attack.Side.Board.ReachedAsync("it started");
        await peer.SendAsync(RawFrames.Chunk(unannounced, [1]));
        await FailsAsync(peer, unannounced, notExecuted: false);
        await attack.Side.Board.ReachedAsync("it cancelled");

        // Two take the whole budget, the third has no credit.
        ulong[] granted = [await peer.AnnounceAsync(MethodNames.Answer, MaxPayload), await peer.AnnounceAsync(MethodNames.Answer, MaxPayload)];
        ulong ungranted = await peer.AnnounceAsync(MethodNames.Answer, MaxPayload);
        await peer.SendAsync(RawFrames.Chunk(ungranted, new byte[100]));
        await FailsAsync(peer, ungranted, notExecuted: true);
        Check.Equal(2L * MaxPayload, attack.Victim.Core.RequestBudget.Reserved);
        foreach (ulong id in granted)
        {
            await peer.SendAsync(RawFrames.Cancel(id));
            await peer.ReceiveStatusAsync(id);
        }

        await attack.ExpectUnharmedAsync();
        Check.Equal(7, await attack.Side.Board.CountAsync("abnormal"));
    }

    private static async Task FailsAsync(RawPeer peer, ulong id, bool notExecuted)
    {
        RawFrame status = await peer.ReceiveStatusAsync(id);
        Check.Equal(RpcStatusCode.Internal, (RpcStatusCode)status.Status.Code);
        Check.Equal(notExecuted, (status.Status.Flags & StatusFlags.NotExecuted) != 0, "whether the call is said not to have run");
    }
}
