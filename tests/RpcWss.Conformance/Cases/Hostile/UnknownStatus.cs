using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A code of a later version reads as Unknown, and text that is no UTF-8 as text all the same.</summary>
internal sealed class UnknownStatus() : LocalCase("status-that-this-version-does-not-know-is-unknown")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        foreach (byte[] code in (byte[][])[[0x11], [0x7f], [0xcd, 0xff, 0xff], [0xcf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]])
        {
            Task<int> call = attack.Victim.GetProxy<IEcho>().NextAsync(1).AsTask();
            ulong id = (await attack.Peer.ReceiveAsync(FrameKind.Call)).Call.Id;

            // With the message flag, a flag from the future, a broken message, and an element from the future.
            await attack.Peer.SendAsync([0x96, 0x02, 0xcd, (byte)(id >> 8), (byte)id, .. code, 0xcd, 0x10, 0x01, 0xa2, 0x61, 0xff, 0xc0]);

            RpcException error = await Check.FailsAsync(RpcStatusCode.Unknown, call);
            Check.Equal("a\uFFFD", error.Message);
        }

        await attack.ExpectCallsUnharmedAsync();
    }
}
