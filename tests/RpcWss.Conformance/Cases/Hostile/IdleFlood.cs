using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>Frames that come to nothing are forgiven, but not without end: 16,384 at once, and 16 more for each call.</summary>
internal sealed class IdleFlood() : LocalCase("flood-of-frames-that-come-to-nothing-ends-the-connection")
{
    private const int PerMessage = 1000;

    protected override async Task RunAsync(LocalRun run)
    {
        foreach (var (what, prepare) in (IEnumerable<(string, Func<Attack, Task<byte[]>>)>)
        [
            ("a PONG to no PING", _ => Task.FromResult<byte[]>([0x92, 0x0a, 0x05])),
            ("an unknown optional kind", _ => Task.FromResult<byte[]>([0x92, 0x40, 0xc0])),
            ("a CANCEL for a call that has ended", async attack => RawFrames.Cancel(await ServedAsync(attack))),
            ("a CREDIT for a call that has ended", async attack => RawFrames.Credit(await ServedAsync(attack), 1)),
            ("a CHUNK for a call that has ended", async attack => RawFrames.Chunk(await ServedAsync(attack), [1])),
            ("a second STATUS", async attack => RawFrames.Status(await MadeAsync(attack))),
            ("an ITEM behind the STATUS", async attack => RawFrames.Item(await MadeAsync(attack), 0, [1])),
            ("an ITEM of a call that was given up", async attack => RawFrames.Item(await GivenUpAsync(attack), 0, [1])),
            ("a CANCEL for a call that is cancelled", async attack => RawFrames.Cancel(await StartedAsync(attack))),
            ("a grant of a byte of a stream", async attack => RawFrames.Credit(await attack.Peer.CallStreamAsync(RawStreams.WaitMethod, RawStreams.KeyArguments("it", 1), 100), 1)),
            ("a grant of a byte of one-way calls", _ => Task.FromResult(RawFrames.Credit(0, 1))),
            ("a chunk of a byte", async attack => RawFrames.Chunk(await attack.Peer.AnnounceAsync(MethodNames.Answer, 60_000), [1])),
        ])
        {
            Attack attack = await Attack.BeginGreetedAsync(run, new SideOptions { Time = new FakeTimeProvider() });
            byte[] frame = await prepare(attack);
            byte[][] message = [.. Enumerable.Repeat(frame, PerMessage)];
            for (int sent = 0; sent < 16_000; sent += PerMessage)
            {
                await attack.Peer.SendAsync(message);
            }

            Check.That(!await attack.EndsAsync(), $"the connection bears 16,000 times {what}");
            await attack.Peer.SendAsync(message);
            await attack.ExpectEndAsync(GoAwayCode.TooManyFaults, TransportCloseCode.PolicyViolation);
            Check.Contains("carry next to nothing", attack.Victim.Error!.Message, what);
            await attack.Side.Board.OpenAsync("deaf");
        }

        // An empty chunk fails its call besides, so that far fewer are too many.
        Attack empty = await Attack.BeginGreetedAsync(run, new SideOptions { Time = new FakeTimeProvider() });
        for (int call = 0; call < 201; call++)
        {
            ulong id = await empty.Peer.AnnounceAsync(MethodNames.Answer, 60_000);
            await empty.Peer.SendAsync(RawFrames.Chunk(id, []));
        }

        await empty.ExpectEndAsync(GoAwayCode.TooManyFaults, TransportCloseCode.PolicyViolation);
    }

    private static async Task<ulong> ServedAsync(Attack attack)
    {
        ulong id = await attack.Peer.CallAsync(MethodNames.Next, RawFrames.Arguments(1));
        await attack.Peer.ReceiveStatusAsync(id);
        return id;
    }

    private static async Task<ulong> StartedAsync(Attack attack)
    {
        ulong id = await attack.Peer.CallAsync(MethodNames.Ignore, RawFrames.TextArguments("deaf"));
        await attack.Side.Board.ReachedAsync("deaf started");
        return id;
    }

    private static async Task<ulong> MadeAsync(Attack attack)
    {
        Task<int> call = attack.Victim.GetProxy<IEcho>().NextAsync(1).AsTask();
        ulong id = (await attack.Peer.ReceiveAsync(FrameKind.Call)).Call.Id;
        await attack.Peer.SendAsync(RawFrames.Status(id, result: [2]));
        await call;
        return id;
    }

    private static async Task<ulong> GivenUpAsync(Attack attack)
    {
        using var stop = new CancellationTokenSource();
        Task<int> call = attack.Victim.GetProxy<IEcho>().NextAsync(1, stop.Token).AsTask();
        ulong id = (await attack.Peer.ReceiveAsync(FrameKind.Call)).Call.Id;
        await stop.CancelAsync();
        await Check.CancelledAsync(call, stop.Token);
        return id;
    }
}
