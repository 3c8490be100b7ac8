using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>What goes beyond its window, or comes out of turn, fails its call. Streams beside it go on.</summary>
internal sealed class StreamCreditOverrun() : LocalCase("items-beyond-the-window-reset-that-call-only")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        RawPeer peer = attack.Peer;
        ulong neighbour = await peer.CallAsync(RawStreams.Follow, RawStreams.KeyArguments("neighbour"));
        await peer.SendAsync(RawFrames.Item(neighbour, 1, [1]));
        await attack.Side.Board.ReachedAsync("neighbour item");
        byte[] number = [0xcf, 0, 0, 1, 0, 0, 0, 0, 0];
        foreach (var (what, frames) in (IEnumerable<(string, Func<ulong, byte[][]>)>)
        [
            ("beyond the window inline", id => [RawFrames.Item(id, 1, new byte[16_000]), RawFrames.Item(id, 1, new byte[400])]),
            ("beyond the window by frames", id => [.. Enumerable.Range(0, 513).Select(_ => RawFrames.Item(id, 1, []))]),
            ("an item behind the end", id => [RawFrames.End(id, 1), RawFrames.Item(id, 1, number)]),
            ("two ends", id => [RawFrames.End(id, 1), RawFrames.End(id, 1)]),
            ("an end amid an item", id => [RawFrames.AnnouncedItem(id, 1, 9), RawFrames.End(id, 1)]),
            ("an item amid an item", id => [RawFrames.AnnouncedItem(id, 1, 9), RawFrames.Chunk(id, number[..3], 1), RawFrames.Item(id, 1, number)]),
            ("an announcement amid an item", id => [RawFrames.AnnouncedItem(id, 1, 9), RawFrames.AnnouncedItem(id, 1, 9)]),
            ("a chunk of nothing announced", id => [RawFrames.Chunk(id, number, 1)]),
            ("an empty chunk", id => [RawFrames.AnnouncedItem(id, 1, 9), RawFrames.Chunk(id, [], 1)]),
            ("a chunk beyond the announced length", id => [RawFrames.AnnouncedItem(id, 1, 9), RawFrames.Chunk(id, [.. number, 1], 1)]),
            ("a chunk behind the announced length", id => [RawFrames.AnnouncedItem(id, 1, 9), RawFrames.Chunk(id, number, 1), RawFrames.Chunk(id, [1], 1)]),
            ("an item of another stream", id => [RawFrames.Item(id, 2, number)]),
            ("an item of the result", id => [RawFrames.Item(id, 0, number)]),
            ("an item of a high stream", id => [RawFrames.Item(id, int.MaxValue, number)]),
            ("an end of another stream", id => [RawFrames.End(id, 2)]),
            ("an end of the result", id => [RawFrames.End(id, 0)]),
            ("credit for a stream that is the peer's", id => [RawFrames.Credit(id, 100, 1)]),
            ("credit for another stream", id => [RawFrames.Credit(id, 100, 7)]),
            ("a cancel of a stream by its caller", id => [RawFrames.Cancel(id, RpcStatusCode.Cancelled, 1)]),
        ])
        {
            // The service does not read, so that nothing of the window comes back.
            ulong id = await peer.CallAsync(RawStreams.Hold, RawStreams.KeyArguments(what));
            await attack.Side.Board.ReachedAsync($"{what} started");
            await peer.SendAsync(frames(id));
            RawFrame status = await peer.ReceiveStatusAsync(id);
            Check.Equal(RpcStatusCode.Internal, (RpcStatusCode)status.Status.Code, what);
            await attack.Side.Board.ReachedAsync($"{what} cancelled");
        }

        await peer.SendAsync(RawFrames.Item(neighbour, 1, [2]), RawFrames.End(neighbour, 1));
        RawFrame answer = await peer.ReceiveStatusAsync(neighbour);
        Check.Same([2], answer.Status.Payload, "how many items the neighbour got");
        await attack.ExpectUnharmedAsync();
        Check.Equal(19, await attack.Side.Board.CountAsync("abnormal Internal"));
    }
}
