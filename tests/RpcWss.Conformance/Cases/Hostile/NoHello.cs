using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A peer that says nothing is waited for as long as the handshake may take; calls made meanwhile end with the connection.</summary>
internal sealed class NoHello() : LocalCase("no-hello-ends-the-connection-at-the-handshake-timeout")
{
    /// <summary>The call that waits for HELLO does so for long enough to be warned of.</summary>
    public override IReadOnlyCollection<int> PossibleLogs => [1004];

    protected override async Task RunAsync(LocalRun run)
    {
        var time = new FakeTimeProvider();
        Attack attack = Attack.Begin(run, new SideOptions { Time = time });
        Task<int> sent = attack.Victim.GetProxy<IEcho>().NextAsync(1).AsTask();
        // More than any peer accepts before it said what it accepts: waits for its HELLO.
        Task<byte[]> waiting = attack.Victim.GetProxy<IEcho>().AnswerAsync(new byte[100_000], 1).AsTask();
        await attack.Peer.ReceiveAsync(FrameKind.Call);
        time.Advance(TimeSpan.FromSeconds(9.9));
        Check.That(!attack.Victim.Opened.IsCompleted && !sent.IsCompleted && !waiting.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(0.2));

        await attack.ExpectEndAsync(GoAwayCode.HandshakeTimeout, TransportCloseCode.PolicyViolation);
        Check.Equal(RpcExecution.Unknown, (await Check.FailsAsync(RpcStatusCode.Unavailable, sent)).Execution);
        Check.Equal(RpcExecution.NotExecuted, (await Check.FailsAsync(RpcStatusCode.Unavailable, waiting)).Execution);
        await Check.FailsAsync(RpcStatusCode.Unavailable, attack.Victim.Opened);
    }
}
