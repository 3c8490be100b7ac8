using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A frame for a call that is over may have crossed its end: it is dropped and counted, and nobody is blamed.</summary>
internal sealed class FinishedCall() : LocalCase("late-frames-for-a-finished-call-are-dropped-and-counted")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        ulong served = await attack.Peer.CallAsync(MethodNames.Next, RawFrames.Arguments(1));
        await attack.Peer.ReceiveStatusAsync(served);
        Task<int> call = attack.Victim.GetProxy<IEcho>().NextAsync(1).AsTask();
        ulong made = (await attack.Peer.ReceiveAsync(FrameKind.Call)).Call.Id;
        await attack.Peer.SendAsync(RawFrames.Status(made, result: [2]));
        Check.Equal(2, await call);

        await attack.Peer.SendAsync(
            RawFrames.Cancel(served), RawFrames.Chunk(served, [1]), RawFrames.Credit(served, 1),
            RawFrames.Status(made), RawFrames.Headers(made, RawFrames.Metadata()), RawFrames.Chunk(made, [1]), RawFrames.AnnouncedItem(made, 0, 5), RawFrames.Credit(made, 1));

        await attack.ExpectUnharmedAsync();
        foreach (string frame in (string[])["Cancel", "Status", "Headers", "Item"])
        {
            Check.Equal(1, await attack.Side.Board.CountAsync($"dropped {frame}"), frame);
        }

        Check.Equal(2, await attack.Side.Board.CountAsync("dropped Chunk"));
        Check.Equal(2, await attack.Side.Board.CountAsync("dropped Credit"));
        Check.Equal(0, await attack.Side.Board.CountAsync("abnormal"));
    }
}
