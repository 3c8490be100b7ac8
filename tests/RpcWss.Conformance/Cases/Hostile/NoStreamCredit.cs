using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Sides;
using RpcWss.Connections.Streams;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A stream without credit waits, holds a window at most, can be cancelled, and is in nobody's way.</summary>
internal sealed class NoStreamCredit() : LocalCase("peer-that-never-grants-stream-credit-holds-up-nothing-else")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        RawPeer peer = attack.Peer;
        ulong served = await peer.CallStreamAsync(RawStreams.CountMethod, RawStreams.KeyArguments("down", 1_000_000), credit: 0);
        await attack.Side.Board.ReachedAsync("down item");
        using var source = new CancellationTokenSource();
        IAsyncEnumerable<long> numbers = Sources.CountAsync(attack.Side.Board, "up", long.MaxValue - Sources.First);
        Task<int> call = attack.Victim.GetProxy<IIterators>().FollowAsync("up", numbers, source.Token).AsTask();
        ulong own = (await peer.ReceiveAsync(FrameKind.Call)).Call.Id;
        CallStreams streams = StreamWatch.Of(attack.Victim);
        await Settle.UntilAsync(() => StreamWatch.IsSenderStalled(attack.Victim, streams, 1), "the window is used up");
        int made = await attack.Side.Board.CountAsync("up item");
        Check.That(made <= (16 * 1024 / 9) + 1, $"no more than a window holds is made, but {made} were");
        Check.Equal(1, await attack.Side.Board.CountAsync("down item"));

        ulong next = await peer.CallAsync(MethodNames.Next, RawFrames.Arguments(1));
        RawFrame answer = await peer.ReceiveStatusAsync(next);
        Check.Same([2], answer.Status.Payload, "the result of a neighbour");
        await source.CancelAsync();
        await Check.CancelledAsync(call, source.Token);
        await attack.Side.Board.ReachedAsync("up finally");
        Check.Equal(own, (await peer.ReceiveAsync(FrameKind.Cancel)).Cancel.Id);
        await peer.SendAsync(RawFrames.Status(own, RpcStatusCode.Cancelled), RawFrames.Cancel(served));
        Check.Equal(RpcStatusCode.Cancelled, (RpcStatusCode)(await peer.ReceiveStatusAsync(served)).Status.Code);
        await attack.Side.Board.ReachedAsync("down finally");
        await attack.ExpectUnharmedAsync();
        await attack.ExpectCallsUnharmedAsync();
    }
}
