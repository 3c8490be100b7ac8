using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A large payload is granted in any parts, and no more than there is of it. More fails its call, on the side that finds it.</summary>
internal sealed class WrongCredit() : LocalCase("credit-for-more-than-a-payload-fails-the-call")
{
    private const int Length = 1_000_000;

    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        foreach (int[] grants in (int[][])[[int.MaxValue], [0, 1], [0, 0], [1, 0], [Length / 2, Length / 2, Length / 2]])
        {
            // 0 stands for the whole length.
            Task<byte[]> call = attack.Victim.GetProxy<IEcho>().AnswerAsync(new byte[Length], 1).AsTask();
            RawFrame announced = await attack.Peer.ReceiveAsync(FrameKind.Call);
            ulong id = announced.Call.Id;
            int whole = (int)announced.Call.AnnouncedLength;
            await attack.Peer.SendAsync([.. grants.Select(grant => RawFrames.Credit(id, grant == 0 ? whole : grant))]);
            await Check.FailsAsync(RpcStatusCode.Internal, call);
            Check.Equal(RpcStatusCode.Internal, (RpcStatusCode)(await attack.Peer.ReceiveAsync(FrameKind.Cancel)).Cancel.Code);
            await attack.Peer.SendAsync(RawFrames.Status(id, RpcStatusCode.Cancelled));

            // A result of that many bytes, for a call of the peer.
            ulong served = await attack.Peer.CallAsync(MethodNames.Answer, [0x92, 0xc4, 0x00, 0xce, 0x00, 0x0f, 0x42, 0x40]);
            whole = (int)(await attack.Peer.ReceiveAsync(FrameKind.Item)).Item.AnnouncedLength;
            await attack.Peer.SendAsync([.. grants.Select(grant => RawFrames.Credit(served, grant == 0 ? whole : grant))]);
            Check.Equal(RpcStatusCode.Internal, (RpcStatusCode)(await attack.Peer.ReceiveStatusAsync(served)).Status.Code);
        }

        await attack.ExpectUnharmedAsync();
        await attack.ExpectCallsUnharmedAsync();
    }
}
