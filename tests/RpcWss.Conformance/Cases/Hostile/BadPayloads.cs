using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>Arguments that do not decode are forgiven 200 times, and 100 times more each second; a flood of them ends the connection.</summary>
internal sealed class BadPayloads() : LocalCase("flood-of-bad-payloads-ends-the-connection")
{
    protected override async Task RunAsync(LocalRun run)
    {
        var time = new FakeTimeProvider();
        Attack attack = await Attack.BeginGreetedAsync(run, new SideOptions { Time = time });
        byte[][] bad =
        [
            RawFrames.TextArguments("no number"),
            RawFrames.Arguments(),
            [0xc0],
            [],
            [0x91],
            [0xdd, 0xff, 0xff, 0xff, 0xff],
            [0x91, 0xc1],
            [0x91, 0x01, 0x01],
            [0x92, 0x01, .. Enumerable.Repeat((byte)0x91, 10_000)],
        ];

        await ForgivenAsync(attack, bad, 200);
        time.Advance(TimeSpan.FromSeconds(1));
        await ForgivenAsync(attack, bad, 100);
        await attack.ExpectUnharmedAsync();

        await attack.Peer.CallAsync(MethodNames.Next, bad[0]);
        await attack.ExpectEndAsync(GoAwayCode.TooManyFaults, TransportCloseCode.PolicyViolation);
    }

    private static async Task ForgivenAsync(Attack attack, byte[][] bad, int times)
    {
        for (int call = 0; call < times; call++)
        {
            RawFrame status = await attack.Peer.ReceiveStatusAsync(await attack.Peer.CallAsync(MethodNames.Next, bad[call % bad.Length]));
            Check.Equal(RpcStatusCode.InvalidArgument, (RpcStatusCode)status.Status.Code);
            Check.That((status.Status.Flags & StatusFlags.NotExecuted) != 0, "bad arguments never reach the handler");
        }
    }
}
