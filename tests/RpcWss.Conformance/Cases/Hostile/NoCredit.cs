using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A peer that never lets large arguments or results, or more one-way calls, through holds up those and nothing else; deadlines end what waits.</summary>
internal sealed class NoCredit() : LocalCase("peer-that-never-grants-credit-holds-up-nothing-else")
{
    /// <summary>The one-way calls that wait do so for long enough to be warned of.</summary>
    public override IReadOnlyCollection<int> PossibleLogs => [1004];

    protected override async Task RunAsync(LocalRun run)
    {
        var time = new FakeTimeProvider();
        Attack attack = await Attack.BeginGreetedAsync(run, new SideOptions { Time = time }, ProtocolLimits.Default with { OneWayWindow = 64 * 1024 });
        IEcho echo = attack.Victim.GetProxy<IEcho>();
        Task<byte[]> upload = echo.With(new RpcCallOptions { Deadline = TimeSpan.FromSeconds(5) }).AnswerAsync(new byte[1_000_000], 1).AsTask();
        ulong uploaded = (await attack.Peer.ReceiveAsync(FrameKind.Call)).Call.Id;
        ulong answered = await attack.Peer.CallAsync(MethodNames.Answer, [0x92, 0xc4, 0x00, 0xce, 0x00, 0x0f, 0x42, 0x40]);
        await attack.Peer.ReceiveAsync(FrameKind.Item);
        Task[] notes = [.. Enumerable.Range(0, 10).Select(_ => echo.NoteAsync("note", new byte[10_000]).AsTask())];
        await attack.Side.Board.ReachedAsync("waiting NoteAsync", 4);
        Check.Equal(6, notes.Count(note => note.IsCompleted), "the one-way calls within the window");

        Task<int> small = echo.NextAsync(1).AsTask();
        for (int note = 0; note < 6; note++)
        {
            Check.That(((await attack.Peer.ReceiveAsync(FrameKind.Call)).Call.Flags & CallFlags.OneWay) != 0);
        }

        await attack.Peer.SendAsync(RawFrames.Status((await attack.Peer.ReceiveAsync(FrameKind.Call)).Call.Id, result: [2]));
        Check.Equal(2, await small);
        Check.Equal(0L, attack.Victim.Core.Queue.UnsentBytes);

        time.Advance(TimeSpan.FromSeconds(5.1));
        await Check.FailsAsync(RpcStatusCode.DeadlineExceeded, upload);
        Check.Equal(uploaded, (await attack.Peer.ReceiveAsync(FrameKind.Cancel)).Cancel.Id);
        await attack.Peer.SendAsync(RawFrames.Status(uploaded, RpcStatusCode.Cancelled), RawFrames.Cancel(answered));
        await attack.Peer.ReceiveStatusAsync(answered);

        // What was used of the window comes back, and with it the calls that waited.
        await attack.Peer.SendAsync(RawFrames.Credit(0, 64 * 1024 - (int)attack.Victim.Core.Outgoing.Admission.OneWayCredit));
        await Task.WhenAll(notes);
        await attack.Peer.SendAsync(RawFrames.Credit(0, 64 * 1024 - (int)attack.Victim.Core.Outgoing.Admission.OneWayCredit));
        await attack.ExpectUnharmedAsync();
    }
}
