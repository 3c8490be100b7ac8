using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>Calls beyond the announced limit, and one-way calls beyond the window, are refused or dropped one by one; those within are served.</summary>
internal sealed class OverTheLimit() : LocalCase("calls-over-the-announced-limits-are-refused-one-by-one")
{
    private const int Limit = 100;
    private const int Window = 256 * 1024;

    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        for (int call = 0; call < Limit; call++)
        {
            await attack.Peer.CallAsync(MethodNames.Wait, RawFrames.TextArguments("slot"));
        }

        RawFrame refused = await attack.Peer.ReceiveStatusAsync(await attack.Peer.CallAsync(MethodNames.Next, RawFrames.Arguments(1)));
        Check.Equal(RpcStatusCode.ResourceExhausted, (RpcStatusCode)refused.Status.Code);
        Check.That((refused.Status.Flags & StatusFlags.NotExecuted) != 0);
        await attack.Side.Board.OpenAsync("slot");
        for (int call = 0; call < Limit; call++)
        {
            Check.Equal(RpcStatusCode.OK, (RpcStatusCode)(await attack.Peer.ReceiveAsync(FrameKind.Status)).Status.Code);
        }

        await attack.ExpectUnharmedAsync();

        // One message fills the window and overruns it: nothing was given back in between.
        byte[] arguments = RawFrames.TextArguments(new string('n', 16_000));
        int fits = Window / (64 + arguments.Length);
        foreach (int[] message in Enumerable.Range(0, fits + 3).Chunk(8))
        {
            await attack.Peer.SendAsync([.. message.Select(_ => attack.Peer.Call(MethodNames.Ignore, arguments, out ulong _, CallFlags.OneWay))]);
        }

        await attack.Side.Board.ReachedAsync("dropped Call", 3);
        Check.Equal(1 + 3, await attack.Side.Board.CountAsync("abnormal ResourceExhausted"));
        await attack.Side.Board.OpenAsync(new string('n', 16_000));
        await attack.ExpectUnharmedAsync();
    }
}
