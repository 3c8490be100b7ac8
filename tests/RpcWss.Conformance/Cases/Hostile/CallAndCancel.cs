using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A peer that cancels what it has just called, over and over but within its limit, is a nuisance and not an offender: every call is answered, none stays.</summary>
internal sealed class CallAndCancel() : LocalCase("10000-calls-each-cancelled-at-once-are-all-answered")
{
    private const int AtOnce = 50;

    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        int rounds = run.Settings.Count(quick: 1000, full: 10_000) / AtOnce;
        for (int round = 0; round < rounds; round++)
        {
            var frames = new List<byte[]>();
            for (int call = 0; call < AtOnce; call++)
            {
                frames.Add(attack.Peer.Call(MethodNames.Wait, RawFrames.TextArguments("it"), out ulong id));
                frames.Add(RawFrames.Cancel(id));
            }

            await attack.Peer.SendAsync([.. frames]);
            for (int call = 0; call < AtOnce; call++)
            {
                RawFrame status = await attack.Peer.ReceiveAsync(Protocol.FrameKind.Status);
                Check.Equal(RpcStatusCode.Cancelled, (RpcStatusCode)status.Status.Code);
            }
        }

        Check.Equal(0, await attack.Side.Board.CountAsync("abnormal"));
        await attack.ExpectUnharmedAsync();
    }
}
