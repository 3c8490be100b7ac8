using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A HELLO at the last moment is in time, and lets go what waited for it; one a moment later changes nothing any more.</summary>
internal sealed class LateHello() : LocalCase("late-hello")
{
    /// <summary>The call that waits for HELLO does so for long enough to be warned of.</summary>
    public override IReadOnlyCollection<int> PossibleLogs => [1004];

    protected override async Task RunAsync(LocalRun run)
    {
        var time = new FakeTimeProvider();
        Attack inTime = Attack.Begin(run, new SideOptions { Time = time });
        Task<byte[]> waiting = inTime.Victim.GetProxy<IEcho>().AnswerAsync(new byte[100_000], 1).AsTask();
        time.Advance(TimeSpan.FromSeconds(9.9));
        await inTime.Peer.GreetAsync();
        ulong id = (await inTime.Peer.ReceiveAsync(FrameKind.Call)).Call.Id;
        await inTime.Peer.SendAsync(RawFrames.Status(id, result: [0xc4, 0x01, 0x07]));
        byte[] result = await waiting;
        Check.Same([7], result, "the result");
        await inTime.ExpectUnharmedAsync();

        Attack tooLate = Attack.Begin(run, new SideOptions { Time = time });
        time.Advance(TimeSpan.FromSeconds(10.1));
        await tooLate.Peer.SendAsync(RawFrames.Hello(tooLate.Peer.Role, ProtocolLimits.Default));
        await tooLate.ExpectEndAsync(GoAwayCode.HandshakeTimeout, TransportCloseCode.PolicyViolation);
        Check.That(tooLate.Victim.Opened.IsFaulted);
    }
}
