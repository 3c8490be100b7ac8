using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>Kinds 64 to 127 are for later versions to add: whatever is in them is passed over.</summary>
internal sealed class UnknownOptionalFrames() : LocalCase("unknown-optional-frames-are-skipped")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        for (byte kind = 64; kind < 128; kind++)
        {
            byte[] call = attack.Peer.Call(MethodNames.Next, RawFrames.Arguments(kind), out ulong id);

            await attack.Peer.SendAsync([0x91, kind], [0x94, kind, 0xc0, 0x81, 0xa1, 0x61, 0x92, 0x01, 0xc3, 0xcb, 0, 0, 0, 0, 0, 0, 0, 0], call, [0x92, kind, 0xd6, 0xff, 1, 2, 3, 4]);

            RawFrame status = await attack.Peer.ReceiveStatusAsync(id);
            Check.Equal((byte)(kind + 1), status.Status.Payload[^1], "the result of the call between them");
        }

        await attack.ExpectUnharmedAsync();
    }
}
