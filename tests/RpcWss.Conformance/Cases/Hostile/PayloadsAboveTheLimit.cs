using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A payload above the limit is refused by its announced length, before a byte of it is taken.</summary>
internal sealed class PayloadsAboveTheLimit() : LocalCase("announced-payload-above-the-limit-is-refused-before-a-byte")
{
    private const ulong Limit = 4 * 1024 * 1024;

    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        foreach (ulong length in (ulong[])[Limit + 1, uint.MaxValue, long.MaxValue, ulong.MaxValue])
        {
            RawFrame status = await attack.Peer.ReceiveStatusAsync(await attack.Peer.AnnounceAsync(MethodNames.Answer, length));
            Check.Equal(RpcStatusCode.ResourceExhausted, (RpcStatusCode)status.Status.Code);
            Check.That((status.Status.Flags & StatusFlags.NotExecuted) != 0);

            Task<byte[]> call = attack.Victim.GetProxy<IEcho>().AnswerAsync([], 1).AsTask();
            ulong id = (await attack.Peer.ReceiveAsync(FrameKind.Call)).Call.Id;
            await attack.Peer.SendAsync(RawFrames.AnnouncedItem(id, 0, length));
            RpcException refused = await Check.FailsAsync(RpcStatusCode.ResourceExhausted, call);
            Check.Contains("RpcLimits.MaxPayloadSize", refused.Message);
            Check.Equal(RpcStatusCode.ResourceExhausted, (RpcStatusCode)(await attack.Peer.ReceiveAsync(FrameKind.Cancel)).Cancel.Code);
            await attack.Peer.SendAsync(RawFrames.Status(id, RpcStatusCode.Cancelled));
        }

        await attack.ExpectUnharmedAsync();
        await attack.ExpectCallsUnharmedAsync();
    }
}
