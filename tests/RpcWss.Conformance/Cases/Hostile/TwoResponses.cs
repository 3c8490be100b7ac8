using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>The first response counts. A second is late, whatever it says.</summary>
internal sealed class TwoResponses() : LocalCase("second-response-is-dropped")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        for (int call = 1; call <= run.Settings.Count(quick: 100, full: 10_000); call++)
        {
            Task<int> next = attack.Victim.GetProxy<IEcho>().NextAsync(call).AsTask();
            ulong id = (await attack.Peer.ReceiveAsync(FrameKind.Call)).Call.Id;

            await attack.Peer.SendAsync(RawFrames.Status(id, result: [1]), RawFrames.Status(id, result: [2]), RawFrames.Status(id, RpcStatusCode.Aborted));

            Check.Equal(1, await next);
            await attack.Side.Board.ReachedAsync("dropped Status", 2 * call);
        }

        Check.Equal(0, await attack.Side.Board.CountAsync("abnormal"));
        await attack.ExpectCallsUnharmedAsync();
    }
}
