using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>What a peer can do wrong with the result stream of a call that it serves fails that call alone, behind what came before.</summary>
internal sealed class WrongResultStreams() : LocalCase("result-stream-that-breaks-a-rule-fails-the-call")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        byte[] number = [0xcf, 0, 0, 1, 0, 0, 0, 0, 0];
        foreach (var (what, frames) in (IEnumerable<(string, Func<ulong, byte[][]>)>)
        [
            ("beyond the window", id => [RawFrames.Item(id, 0, new byte[16_000]), RawFrames.Item(id, 0, new byte[400])]),
            ("an item amid an item", id => [RawFrames.AnnouncedItem(id, 0, 9), RawFrames.Item(id, 0, number)]),
            ("an empty chunk", id => [RawFrames.AnnouncedItem(id, 0, 9), RawFrames.Chunk(id, [])]),
            ("a chunk too long", id => [RawFrames.AnnouncedItem(id, 0, 9), RawFrames.Chunk(id, [.. number, 1])]),
            ("a chunk of nothing announced", id => [RawFrames.Chunk(id, number)]),
            ("an item of another stream", id => [RawFrames.Item(id, 1, number)]),
            ("the end of a result", id => [RawFrames.End(id, 0)]),
            ("credit for a stream that the method does not have", id => [RawFrames.Credit(id, 100, 1)]),
            ("a cancel of a stream that the method does not have", id => [RawFrames.Cancel(id, RpcStatusCode.Cancelled, 1)]),
            ("a cancel of the call", id => [RawFrames.Cancel(id)]),
            ("headers behind an item", id => [RawFrames.Item(id, 0, number), RawFrames.Headers(id, RawFrames.Metadata())]),
        ])
        {
            (Task<int> reading, ulong id) = await RawStreams.BeginAsync(attack);
            await attack.Peer.SendAsync(frames(id));
            RpcException error = await Check.FailsAsync(RpcStatusCode.Internal, reading);
            Check.Contains("violates the protocol", error.Message, what);
            RawFrame cancel = await attack.Peer.ReceiveAsync(FrameKind.Cancel);
            Check.Equal((id, RpcStatusCode.Internal), (cancel.Cancel.Id, (RpcStatusCode)cancel.Cancel.Code), what);
            await attack.Peer.SendAsync(RawFrames.Status(id));
        }

        foreach (var (what, frames) in (IEnumerable<(string, Func<ulong, byte[][]>)>)
        [
            ("success amid an item", id => [RawFrames.AnnouncedItem(id, 0, 9), RawFrames.Chunk(id, number[..3]), RawFrames.Status(id)]),
            ("a result beside the stream", id => [RawFrames.Item(id, 0, number), RawFrames.Status(id, result: [1])]),
        ])
        {
            (Task<int> reading, ulong id) = await RawStreams.BeginAsync(attack);
            await attack.Peer.SendAsync(frames(id));
            RpcException error = await Check.FailsAsync(RpcStatusCode.Internal, reading);
            Check.Contains("violates the protocol", error.Message, what);
        }

        // A failure amid an item is no violation, and what comes behind a status is late.
        (Task<int> failing, ulong failed) = await RawStreams.BeginAsync(attack);
        await attack.Peer.SendAsync(RawFrames.AnnouncedItem(failed, 0, 9), RawFrames.Status(failed, RpcStatusCode.Aborted), RawFrames.Chunk(failed, number));
        await Check.FailsAsync(RpcStatusCode.Aborted, failing);
        await attack.Side.Board.ReachedAsync("dropped Chunk");
        (Task<int> whole, ulong done) = await RawStreams.BeginAsync(attack);
        await attack.Peer.SendAsync(RawFrames.Item(done, 0, [.. number, .. number]), RawFrames.Status(done), RawFrames.Item(done, 0, number));
        Check.Equal(2, await whole);
        await attack.Side.Board.ReachedAsync("dropped Item");
        Check.Equal(13, await attack.Side.Board.CountAsync("abnormal Internal"));
        await attack.ExpectCallsUnharmedAsync();
        await attack.ExpectUnharmedAsync();
    }
}
