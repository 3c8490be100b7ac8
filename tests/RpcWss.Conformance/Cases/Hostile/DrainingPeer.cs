using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>
/// A peer that drains takes no new calls and finishes those that it has, for which it may have to call back. Where it then names its last call, the later ones did not run.
/// </summary>
internal sealed class DrainingPeer() : LocalCase("draining-peer-is-served-and-called-no-more")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        IEcho echo = attack.Victim.GetProxy<IEcho>();
        Task<int> first = echo.NextAsync(1).AsTask();
        ulong served = (await attack.Peer.ReceiveAsync(FrameKind.Call)).Call.Id;
        Task<int> second = echo.NextAsync(2).AsTask();
        await attack.Peer.ReceiveAsync(FrameKind.Call);

        await attack.Peer.SendAsync(RawFrames.GoAway(ProtocolConstants.MaxId, GoAwayCode.Draining));
        RawFrame status = await attack.Peer.ReceiveStatusAsync(await attack.Peer.CallAsync(MethodNames.Next, RawFrames.Arguments(41)));

        Check.Same([42], status.Status.Payload, "the result of a call back");
        RpcException refused = await Check.FailsAsync(RpcStatusCode.Unavailable, echo.NextAsync(3));
        Check.Equal(RpcExecution.NotExecuted, refused.Execution);
        Check.That(!first.IsCompleted && !second.IsCompleted, "calls that are open go on");

        await attack.Peer.SendAsync(RawFrames.GoAway(served, GoAwayCode.Draining));
        RpcException unserved = await Check.FailsAsync(RpcStatusCode.Unavailable, second);
        Check.Equal(RpcExecution.NotExecuted, unserved.Execution);
        await attack.Peer.SendAsync(RawFrames.Status(served, result: [2]));
        Check.Equal(2, await first);
    }
}
