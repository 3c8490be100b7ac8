using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A method with streams cannot be called one-way: that is dropped and charged, and nothing runs.</summary>
internal sealed class OneWayStream() : LocalCase("one-way-flag-on-a-streaming-method-is-dropped")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        await attack.Peer.CallAsync(RawStreams.Follow, RawStreams.KeyArguments("up"), CallFlags.OneWay);
        await attack.Peer.CallAsync(RawStreams.CountMethod, RawStreams.KeyArguments("down", 5), CallFlags.OneWay);

        await attack.Side.Board.ReachedAsync("dropped Call", 2);
        await attack.ExpectUnharmedAsync();
        Check.Equal(2, await attack.Side.Board.CountAsync("abnormal InvalidArgument"));
        Check.Equal(0, await attack.Side.Board.CountAsync("up started") + await attack.Side.Board.CountAsync("down started"));
    }
}
