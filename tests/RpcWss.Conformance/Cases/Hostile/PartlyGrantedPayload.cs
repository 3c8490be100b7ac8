using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A large payload is granted part by part: a sender keeps to what it was granted, and is granted all of it in the end.</summary>
internal sealed class PartlyGrantedPayload() : LocalCase("large-payload-keeps-to-what-was-granted")
{
    private const int Length = 4_000_000;
    private const int Part = 100_000;

    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        await SendsAsync(attack);
        await ReceivesAsync(attack);
        await attack.ExpectUnharmedAsync();
        Check.Equal(0, await attack.Side.Board.CountAsync("abnormal"));
    }

    private static async Task SendsAsync(Attack attack)
    {
        Task<byte[]> call = attack.Victim.GetProxy<IEcho>().AnswerAsync(new byte[Length], 1).AsTask();
        CallFrame announced = (await attack.Peer.ReceiveAsync(FrameKind.Call)).Call;
        (ulong id, int left) = (announced.Id, (int)announced.AnnouncedLength);
        while (left > 0)
        {
            int part = Math.Min(Part, left);
            await attack.Peer.SendAsync(RawFrames.Credit(id, part));
            for (int came = 0; came < part;)
            {
                came += (await attack.Peer.ReceiveAsync(FrameKind.Chunk)).Chunk.Bytes.Length;
                Check.That(came <= part, $"{came} bytes came of {part} that were granted");
            }

            left -= part;
        }

        await attack.Peer.SendAsync(RawFrames.Status(id, result: [0xc4, 0x01, 0x2a]));
        Check.Equal(1, (await call).Length);
    }

    private static async Task ReceivesAsync(Attack attack)
    {
        byte[] arguments = [0x92, 0xc6, 0x00, 0x3d, 0x09, 0x00, .. new byte[Length], 0x01];
        ulong id = await attack.Peer.AnnounceAsync(MethodNames.Answer, (ulong)arguments.Length);
        int granted = 0;
        int grants = 0;
        for (int sent = 0; sent < arguments.Length; sent = granted)
        {
            granted += (await attack.Peer.ReceiveAsync(FrameKind.Credit)).Credit.Bytes;
            grants++;
            Check.That(granted <= arguments.Length, $"{granted} bytes are granted of {arguments.Length}");
            foreach (byte[] chunk in arguments[sent..granted].Chunk(16 * 1024))
            {
                await attack.Peer.SendAsync(RawFrames.Chunk(id, chunk));
            }
        }

        Check.That(grants > 2, $"it is granted in parts, and not in {grants}");
        Check.Equal(RpcStatusCode.OK, (RpcStatusCode)(await attack.Peer.ReceiveStatusAsync(id)).Status.Code);
    }
}
