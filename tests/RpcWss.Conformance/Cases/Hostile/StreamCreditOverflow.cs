using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>Windows are not added up beyond what they may be, at either end of a call.</summary>
internal sealed class StreamCreditOverflow() : LocalCase("overflowing-credit-of-a-stream-ends-the-connection")
{
    protected override async Task RunAsync(LocalRun run)
    {
        foreach (int[] grants in (int[][])[[int.MaxValue], [int.MaxValue - 100_000, 100_001]])
        {
            Attack served = await Attack.BeginGreetedAsync(run);
            ulong id = await served.Peer.CallStreamAsync(RawStreams.WaitMethod, RawStreams.KeyArguments("down", 0), credit: 16 * 1024);
            await served.Side.Board.ReachedAsync("down waits");
            await served.Peer.SendAsync([.. grants.Select(grant => RawFrames.Credit(id, grant))]);
            await served.ExpectEndAsync(GoAwayCode.ProtocolError, TransportCloseCode.ProtocolError);
            await served.Side.Board.ReachedAsync("down finally");

            Attack called = await Attack.BeginGreetedAsync(run);
            IAsyncEnumerable<long> source = Sources.CountAndWaitAsync(called.Side.Board, "up", 0);
            Task<int> call = called.Victim.GetProxy<IIterators>().FollowAsync("up", source).AsTask();
            ulong own = (await called.Peer.ReceiveAsync(FrameKind.Call)).Call.Id;
            await called.Peer.SendAsync([.. grants.Select(grant => RawFrames.Credit(own, grant, 1))]);
            await called.ExpectEndAsync(GoAwayCode.ProtocolError, TransportCloseCode.ProtocolError);
            await Check.FailsAsync(RpcStatusCode.Unavailable, call);
        }
    }
}
