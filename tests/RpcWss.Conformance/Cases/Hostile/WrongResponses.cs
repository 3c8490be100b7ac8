using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A response that a unary call cannot have fails that call, once; the peer is told, and other calls go on.</summary>
internal sealed class WrongResponses() : LocalCase("response-of-the-wrong-kind-fails-the-call")
{
    protected override async Task RunAsync(LocalRun run)
    {
        byte[] text = [0xa1, 0x61];
        Attack attack = await Attack.BeginGreetedAsync(run);
        foreach (var (what, frames) in (IEnumerable<(string, Func<ulong, byte[][]>)>)
        [
            ("an inline item", id => [RawFrames.Item(id, 0, [1])]),
            ("an item of a stream", id => [RawFrames.AnnouncedItem(id, 1, 5)]),
            ("two results", id => [RawFrames.AnnouncedItem(id, 0, 5), RawFrames.AnnouncedItem(id, 0, 5)]),
            ("a chunk of nothing announced", id => [RawFrames.Chunk(id, [1])]),
            ("an empty chunk", id => [RawFrames.AnnouncedItem(id, 0, 5), RawFrames.Chunk(id, [])]),
            ("a chunk too long", id => [RawFrames.AnnouncedItem(id, 0, 5), RawFrames.Chunk(id, new byte[6])]),
            ("a chunk of a stream", id => [RawFrames.AnnouncedItem(id, 0, 5), RawFrames.Chunk(id, [1], stream: 2)]),
            ("the end of a stream", id => [[0x93, 0x07, .. Number(id), 0x01]]),
            ("a cancel", id => [RawFrames.Cancel(id)]),
            ("a cancel of a stream", id => [RawFrames.Cancel(id, RpcStatusCode.Cancelled, 1)]),
            ("headers twice", id => [RawFrames.Headers(id, RawFrames.Metadata()), RawFrames.Headers(id, RawFrames.Metadata())]),
            ("headers behind an item", id => [RawFrames.AnnouncedItem(id, 0, 5), RawFrames.Headers(id, RawFrames.Metadata())]),
            ("headers over the limit", id => [RawFrames.Headers(id, RawFrames.Metadata(("k", new string('v', 9000))))]),
            ("malformed headers", id => [RawFrames.Headers(id, RawFrames.Metadata(("Not A Key", "")))]),
        ])
        {
            ulong id = await BeginAsync(attack, out Task<int> call);
            await attack.Peer.SendAsync(frames(id));
            RpcException error = await Check.FailsAsync(RpcStatusCode.Internal, call);
            Check.Contains("violates the protocol", error.Message, what);
            RawFrame cancel = await attack.Peer.ReceiveAsync(FrameKind.Cancel);
            Check.Equal((id, RpcStatusCode.Internal), (cancel.Cancel.Id, (RpcStatusCode)cancel.Cancel.Code), what);
            await attack.Peer.SendAsync(RawFrames.Status(id));
        }

        foreach (var (what, status) in (IEnumerable<(string, Func<ulong, byte[][]>)>)
        [
            ("success without its result", id => [RawFrames.AnnouncedItem(id, 0, 5), RawFrames.Chunk(id, [1]), RawFrames.Status(id)]),
            ("success with a second result", id => [RawFrames.AnnouncedItem(id, 0, 1), RawFrames.Chunk(id, [1]), RawFrames.Status(id, result: [1])]),
            ("trailers over the limit", id => [RawFrames.Status(id, result: [1], trailers: RawFrames.Metadata(("k", new string('v', 9000))))]),
            ("malformed trailers", id => [RawFrames.Status(id, result: [1], trailers: [0x91, 0xa1, 0x61])]),
            ("a text for a number", id => [RawFrames.Status(id, result: text)]),
            ("no result at all", id => [RawFrames.Status(id)]),
            ("a result of 4 G items", id => [RawFrames.Status(id, result: [0xdd, 0xff, 0xff, 0xff, 0xff])]),
        ])
        {
            ulong id = await BeginAsync(attack, out Task<int> call);
            await attack.Peer.SendAsync(status(id));
            RpcException error = await Check.FailsAsync(RpcStatusCode.Internal, call);
            Check.Equal(RpcExecution.Executed, error.Execution, what);
        }

        await attack.ExpectCallsUnharmedAsync();
        await attack.ExpectUnharmedAsync();
    }

    private static Task<ulong> BeginAsync(Attack attack, out Task<int> call)
    {
        call = attack.Victim.GetProxy<IEcho>().NextAsync(1).AsTask();
        return IdAsync(attack.Peer);
    }

    private static async Task<ulong> IdAsync(RawPeer peer) => (await peer.ReceiveAsync(FrameKind.Call)).Call.Id;

    private static byte[] Number(ulong id) => [0xcd, (byte)(id >> 8), (byte)id];
}
