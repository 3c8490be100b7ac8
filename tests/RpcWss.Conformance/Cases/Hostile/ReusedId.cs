using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>Call ids rise and are of the caller's parity; anything else would make two calls one.</summary>
internal sealed class ReusedId() : LocalCase("reused-or-foreign-call-id-ends-the-connection")
{
    protected override async Task RunAsync(LocalRun run)
    {
        ulong first = run.CallerRole == PeerRole.Client ? 11UL : 12UL;
        foreach (ulong second in (ulong[])[first, first - 2, first + 1, first - 1, 0, 1UL << 63, ulong.MaxValue])
        {
            Attack attack = await Attack.BeginGreetedAsync(run);
            await attack.Peer.SendAsync(RawFrames.Call(first, 0, MethodNames.Next, arguments: RawFrames.Arguments(1)));
            await attack.Peer.ReceiveStatusAsync(first);

            await attack.Peer.SendAsync(RawFrames.Call(second, 0, arguments: RawFrames.Arguments(1)));

            await attack.ExpectEndAsync(GoAwayCode.ProtocolError, TransportCloseCode.ProtocolError);
        }

        // Gaps are allowed, up to the last id that there is.
        Attack leaping = await Attack.BeginGreetedAsync(run);
        ulong last = (1UL << 63) - (first % 2 == 1 ? 1UL : 2UL);
        await leaping.Peer.SendAsync(RawFrames.Call(first, 0, MethodNames.Next, arguments: RawFrames.Arguments(1)), RawFrames.Call(last, 0, arguments: RawFrames.Arguments(2)));
        await leaping.Peer.ReceiveStatusAsync(last);
    }
}
