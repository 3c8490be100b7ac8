using System.Text;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>An item above the limit is refused by its announced length, at either end of a call, before memory is set aside for it.</summary>
internal sealed class LargeItems() : LocalCase("announced-item-above-the-limit-is-refused-before-a-byte")
{
    protected override async Task RunAsync(LocalRun run)
    {
        const ulong Limit = 4 * 1024 * 1024;
        Attack attack = await Attack.BeginGreetedAsync(run);
        foreach (ulong length in (ulong[])[Limit + 1, uint.MaxValue, long.MaxValue, ulong.MaxValue])
        {
            string key = $"up {length}";
            ulong id = await attack.Peer.CallAsync(RawStreams.Hold, RawStreams.KeyArguments(key));
            await attack.Side.Board.ReachedAsync($"{key} started");
            await attack.Peer.SendAsync(RawFrames.AnnouncedItem(id, 1, length));
            RawFrame status = await attack.Peer.ReceiveStatusAsync(id);
            Check.Equal(RpcStatusCode.ResourceExhausted, (RpcStatusCode)status.Status.Code);
            Check.Contains("RpcLimits.MaxPayloadSize", Encoding.UTF8.GetString(status.Status.Message));
            Check.Equal(0L, attack.Victim.Core.RequestStreams.Items.Reserved);

            (Task<int> reading, ulong own) = await RawStreams.BeginAsync(attack);
            await attack.Peer.SendAsync(RawFrames.AnnouncedItem(own, 0, length));
            RpcException refused = await Check.FailsAsync(RpcStatusCode.ResourceExhausted, reading);
            Check.Contains("RpcLimits.MaxPayloadSize", refused.Message);
            Check.Equal(RpcStatusCode.ResourceExhausted, (RpcStatusCode)(await attack.Peer.ReceiveAsync(FrameKind.Cancel)).Cancel.Code);
            Check.Equal(0L, attack.Victim.Core.ResponseStreams.Items.Reserved);
            await attack.Peer.SendAsync(RawFrames.Status(own, RpcStatusCode.Cancelled));
        }

        await attack.ExpectUnharmedAsync();
        await attack.ExpectCallsUnharmedAsync();
    }
}
