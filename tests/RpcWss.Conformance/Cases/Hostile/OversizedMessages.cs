using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>What was announced in HELLO is accepted to the last byte, and not one more.</summary>
internal sealed class OversizedMessages() : LocalCase("oversized-frames-and-messages-end-the-connection")
{
    private const int MaxFrame = 32 * 1024;
    private const int MaxMessage = 128 * 1024;

    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        await attack.Peer.SendAsync(FrameOf(MaxFrame));
        await attack.Peer.SendAsync(FrameOf(MaxFrame), FrameOf(MaxFrame), FrameOf(MaxFrame), FrameOf(MaxFrame));
        await attack.ExpectUnharmedAsync();

        await RefusedAsync(run, FrameOf(MaxFrame + 1));
        await RefusedAsync(run, FrameOf(MaxFrame), FrameOf(MaxFrame), FrameOf(MaxFrame), FrameOf(MaxFrame - 9), FrameOf(10));
        await RefusedAsync(run, [.. Enumerable.Repeat(FrameOf(MaxFrame), 2 * MaxMessage / MaxFrame)]);
    }

    private static async Task RefusedAsync(LocalRun run, params byte[][] frames)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        await attack.Peer.SendAsync(frames);
        await attack.ExpectEndAsync(GoAwayCode.LimitExceeded, TransportCloseCode.MessageTooBig);
    }

    // An unknown optional frame of exactly so many bytes.
    private static byte[] FrameOf(int length)
    {
        byte[] frame = new byte[length];
        byte[] start = [0x92, 0x40, 0xc5, (byte)((length - 5) >> 8), (byte)(length - 5)];
        start.CopyTo(frame, 0);
        return frame;
    }
}
