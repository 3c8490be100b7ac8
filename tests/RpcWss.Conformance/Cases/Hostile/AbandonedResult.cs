using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A peer announces a large result to a call with a parameter stream, and then a failure instead: what was set aside for the result is free again.</summary>
internal sealed class AbandonedResult() : LocalCase("announced-result-followed-by-a-failure-frees-its-budget")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        for (int round = 0; round < 3; round++)
        {
            Task<long> call = attack.Victim.GetProxy<IIterators>().HoldAsync("held", Sources.CountAsync(attack.Side.Board, $"source {round}", 1)).AsTask();
            RawFrame frame = await attack.Peer.ReceiveAsync(FrameKind.Call);
            ulong id = CallFrame.Read(frame.Body, frame.ElementCount).Id;
            await attack.Peer.SendAsync(RawFrames.AnnouncedItem(id, 0, 2 * 1024 * 1024));
            await attack.Peer.ReceiveAsync(FrameKind.Credit);
            await attack.Peer.SendAsync(RawFrames.Status(id, RpcStatusCode.Aborted));
            await Check.FailsAsync(RpcStatusCode.Aborted, call);
        }

        Check.Equal(0L, attack.Victim.Core.ResponseBudget.Reserved, "what is set aside for results");
    }
}
