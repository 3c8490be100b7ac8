using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>
/// A peer that cancels faster than handlers end, to have more of them run than it may: cancelled or not, they hold their slots, the calls beyond are refused, and going on ends the
/// connection.
/// </summary>
internal sealed class RapidReset() : LocalCase("10000-calls-and-cancels-beyond-the-limit-end-the-connection")
{
    private const int Limit = 100;
    private const int PerMessage = 500;

    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        int count = run.Settings.Count(quick: 2000, full: 10_000);
        for (int call = 0; call < count; call += PerMessage)
        {
            var frames = new List<byte[]>();
            for (int next = 0; next < PerMessage; next++)
            {
                frames.Add(attack.Peer.Call(MethodNames.Ignore, RawFrames.TextArguments("deaf"), out ulong id));
                frames.Add(RawFrames.Cancel(id));
            }

            await attack.Peer.SendAsync([.. frames]);
        }

        await attack.ExpectEndAsync(GoAwayCode.TooManyFaults, TransportCloseCode.PolicyViolation);
        Check.That(await attack.Side.Board.CountAsync("deaf started") <= Limit, "no more handlers started than may run");
        Check.That(await attack.Side.Board.CountAsync("abnormal ResourceExhausted") > 200, "calls beyond the limit were charged");
        await attack.Side.Board.OpenAsync("deaf");
    }
}
