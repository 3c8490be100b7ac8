using System.Text;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>The reason of a GOAWAY is the peer's to choose, and goes to the log: it stays one line of bounded length.</summary>
internal sealed class LogInjection() : LocalCase("reason-of-the-peer-cannot-forge-a-log")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        byte[] reason = Encoding.UTF8.GetBytes($"bye\r\nfail: forged\u001b[2J\u0085{new string('x', 20_000)}");
        await attack.Peer.SendAsync([0x95, 0x0b, 0x00, (byte)GoAwayCode.InternalError, 0xda, (byte)(reason.Length >> 8), (byte)reason.Length, .. reason, 0x00], RawFrames.Ping(1));
        await attack.Peer.ReceiveAsync(FrameKind.Pong);

        string said = attack.Victim.Core.NoNewCalls!;
        Check.Contains("bye??fail: forged?[2J?xxx", said);
        Check.That(!said.Any(char.IsControl), "no control characters");
        Check.That(said.Length < 4200, "the length is bounded");
    }
}
