using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>What is wrong with one call alone is that call's end, and it did not run.</summary>
internal sealed class WrongCalls() : LocalCase("call-with-bad-metadata-or-a-dead-parent-is-refused-by-itself")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        RawPeer peer = attack.Peer;
        int next = peer.NumberOf(MethodNames.Next, out string? name);
        byte[] one = RawFrames.Arguments(1);
        // Its name is installed although it is refused.
        await RefusedAsync(peer, RpcStatusCode.ResourceExhausted, id => RawFrames.Call(id, next, name, arguments: one, metadata: RawFrames.Metadata(("k", new string('v', 8200)))));
        (string, string)[] many = [.. Enumerable.Repeat(("k", "v"), 65)];

        await RefusedAsync(peer, RpcStatusCode.ResourceExhausted, id => RawFrames.Call(id, next, arguments: one, metadata: RawFrames.Metadata(many)));
        foreach (byte[] malformed in (byte[][])[[0xc0], [0x91, 0xa1, 0x61], [0x92, 0xa1, 0x41, 0xa0], [0x92, 0xa0, 0xa0], [0x92, 0x01, 0xa0], [0x92, 0xa1, 0x61, 0x01], [0x92, 0xa1, 0x61, 0xa1, 0xff], [0x81, 0xa1, 0x61, 0xa0]])
        {
            await RefusedAsync(peer, RpcStatusCode.InvalidArgument, id => RawFrames.Call(id, next, arguments: one, metadata: malformed));
        }

        await RefusedAsync(peer, RpcStatusCode.DeadlineExceeded, id => RawFrames.Call(id, next, null, CallFlags.Deadline, one, deadline: 0));
        await RefusedAsync(peer, RpcStatusCode.Cancelled, id => RawFrames.Call(id, next, arguments: one, parent: 77));
        Task<int> parent = attack.Victim.GetProxy<IEcho>().NextAsync(1).AsTask();
        ulong parentId = (await peer.ReceiveAsync(FrameKind.Call)).Call.Id;
        ulong nested = peer.NextId();
        await peer.SendAsync(RawFrames.Call(nested, next, arguments: one, parent: parentId));
        Check.Equal(RpcStatusCode.OK, (RpcStatusCode)(await peer.ReceiveStatusAsync(nested)).Status.Code);
        await peer.SendAsync(RawFrames.Status(parentId, result: [2]));
        Check.Equal(2, await parent);
        await RefusedAsync(peer, RpcStatusCode.Cancelled, id => RawFrames.Call(id, next, arguments: one, parent: parentId));

        // Flags and elements of later versions, behind those that are known, before the arguments.
        ulong future = peer.NextId();
        await peer.SendAsync([0x97, 0x01, 0xcd, (byte)(future >> 8), (byte)future, (byte)next, 0xcd, 0x10, 0x00, 0xc0, 0xa1, 0x61, 0xc4, 0x02, 0x91, 0x29]);
        RawFrame answer = await peer.ReceiveStatusAsync(future);
        Check.Same([42], answer.Status.Payload, "the result of a call from the future");
        await attack.ExpectUnharmedAsync();
    }

    private static async Task RefusedAsync(RawPeer peer, RpcStatusCode code, Func<ulong, byte[]> frame)
    {
        ulong id = peer.NextId();
        await peer.SendAsync(frame(id));
        RawFrame status = await peer.ReceiveStatusAsync(id);
        Check.Equal(code, (RpcStatusCode)status.Status.Code);
        Check.That((status.Status.Flags & StatusFlags.NotExecuted) != 0, "the call is said not to have run");
    }
}
