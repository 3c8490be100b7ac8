using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>
/// A peer that lives but never answers a call without a deadline keeps that call waiting, as its caller asked for, and costs one slot: other calls go on, giving up ends it at once, and
/// so does the end of the connection.
/// </summary>
internal sealed class NoAnswer() : LocalCase("call-that-is-never-answered-waits-until-its-caller-gives-up")
{
    protected override async Task RunAsync(LocalRun run)
    {
        var time = new FakeTimeProvider();
        Attack attack = await Attack.BeginGreetedAsync(
            run, new SideOptions { Time = time, Limits = new RpcLimits { DefaultDeadline = Timeout.InfiniteTimeSpan } }, ProtocolLimits.Default with { MinPingIntervalMs = 0 });
        IEcho echo = attack.Victim.GetProxy<IEcho>();
        using var stop = new CancellationTokenSource();
        Task<int> unanswered = echo.NextAsync(1, stop.Token).AsTask();
        CallFrameOf(await attack.Peer.ReceiveAsync(FrameKind.Call), out ulong id);

        for (int minute = 0; minute < 60; minute++)
        {
            time.Advance(TimeSpan.FromSeconds(20));
            RawFrame ping = await attack.Peer.ReceiveAsync(FrameKind.Ping);
            byte[] pong = new byte[PongFrame.MaxLength];
            await attack.Peer.SendAsync(pong[..PongFrame.Write(pong, PingFrame.Read(ping.Body, ping.ElementCount).Value)]);
            await attack.Peer.SendAsync(RawFrames.Ping((ulong)minute));
            await attack.Peer.ReceiveAsync(FrameKind.Pong);
        }

        Check.That(!unanswered.IsCompleted, "a call without a deadline waits as long as its caller does");
        Task<int> other = echo.NextAsync(2).AsTask();
        CallFrameOf(await attack.Peer.ReceiveAsync(FrameKind.Call), out ulong answered);
        await attack.Peer.SendAsync(RawFrames.Status(answered, result: [3]));
        Check.Equal(3, await other);

        await stop.CancelAsync();
        await Check.CancelledAsync(unanswered, stop.Token);
        Check.Equal(id, (await attack.Peer.ReceiveAsync(FrameKind.Cancel)).Cancel.Id);
        Check.Equal(1, attack.Victim.Core.Outgoing.Admission.Running, "the slot that the peer has not given back");

        Task<int> left = echo.NextAsync(4).AsTask();
        await attack.Peer.ReceiveAsync(FrameKind.Call);
        attack.Peer.Vanish();
        await Check.FailsAsync(RpcStatusCode.Unavailable, left);
    }

    private static void CallFrameOf(RawFrame call, out ulong id)
    {
        Check.That((call.Call.Flags & CallFlags.Deadline) == 0, "the call has no deadline");
        id = call.Call.Id;
    }
}
