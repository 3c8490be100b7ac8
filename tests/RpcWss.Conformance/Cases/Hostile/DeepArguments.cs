using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>Data nest 64 deep at most, in frames and in payloads, where they are read and where they are skipped; 10,000 levels must not cost a stack.</summary>
internal sealed class DeepArguments() : LocalCase("nesting-10000-deep-is-refused")
{
    protected override async Task RunAsync(LocalRun run)
    {
        // A tree of [name, [child]] in a child in a child.
        byte[] level = [0x92, 0xa1, 0x61, 0x91];
        byte[] deep = [0x91, .. Enumerable.Repeat(level, 4000).SelectMany(bytes => bytes), 0x92, 0xa1, 0x61, 0x90];
        byte[] skipped = [0x92, 0x01, .. Enumerable.Repeat((byte)0x91, 10_000), 0x90];
        Attack attack = await Attack.BeginGreetedAsync(run);

        foreach (var (method, arguments) in (IEnumerable<(string, byte[])>)[(MethodNames.Tree, deep), (MethodNames.Next, skipped)])
        {
            RawFrame status = await attack.Peer.ReceiveStatusAsync(await attack.Peer.CallAsync(method, arguments));
            Check.Equal(RpcStatusCode.InvalidArgument, (RpcStatusCode)status.Status.Code);
        }

        await attack.ExpectUnharmedAsync();
        await attack.Peer.SendAsync([0x92, 0x40, .. Enumerable.Repeat((byte)0x91, 10_000), 0x90]);
        await attack.ExpectEndAsync(GoAwayCode.LimitExceeded, TransportCloseCode.MessageTooBig);
    }
}
