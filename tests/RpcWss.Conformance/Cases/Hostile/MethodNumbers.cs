using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A method's number is assigned in turn, once; using another, or more than are allowed, ends the connection.</summary>
internal sealed class MethodNumbers() : LocalCase("method-number-out-of-turn-ends-the-connection")
{
    // So many answers that nobody has read would end it too.
    private static readonly SideOptions _manyCalls = SideOptions.Default with { Limits = new RpcLimits { MaxConcurrentCalls = 5_000 } };

    protected override async Task RunAsync(LocalRun run)
    {
        await EndsAsync(run, GoAwayCode.ProtocolError, TransportCloseCode.ProtocolError, peer => [RawFrames.Call(peer.NextId(), 0)]);
        await EndsAsync(run, GoAwayCode.ProtocolError, TransportCloseCode.ProtocolError, peer => [RawFrames.Call(peer.NextId(), 1, MethodNames.Next)]);
        await EndsAsync(run, GoAwayCode.ProtocolError, TransportCloseCode.ProtocolError, peer =>
        [
            RawFrames.Call(peer.NextId(), 0, MethodNames.Next),
            RawFrames.Call(peer.NextId(), 0, MethodNames.Next),
        ]);
        await EndsAsync(run, GoAwayCode.LimitExceeded, TransportCloseCode.MessageTooBig, peer =>
            [.. Enumerable.Range(0, 4097).Select(number => RawFrames.Call(peer.NextId(), number, $"No.Where/M{number}"))]);
    }

    private static async Task EndsAsync(LocalRun run, GoAwayCode goAway, TransportCloseCode close, Func<RawPeer, byte[][]> frames)
    {
        Attack attack = await Attack.BeginGreetedAsync(run, _manyCalls);
        foreach (byte[][] message in frames(attack.Peer).Chunk(1000))
        {
            await attack.Peer.SendAsync(message);
        }

        await attack.ExpectEndAsync(goAway, close);
    }
}
