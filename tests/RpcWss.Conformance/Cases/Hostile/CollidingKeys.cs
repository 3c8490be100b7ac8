using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A dictionary whose keys all have one hash in .NET costs no more here than any other of its size: it would take minutes otherwise.</summary>
internal sealed class CollidingKeys() : LocalCase("dictionary-of-colliding-keys-costs-no-more-than-another")
{
    private const int Count = 100_000;
    private const string Method = "RpcWss.Conformance.Contracts.IShapes/DictionariesAsync";

    protected override async Task RunAsync(LocalRun run)
    {
        Check.Equal(1, Enumerable.Range(1, 1000).Select(number => KeyOf(number, collides: true).GetHashCode()).Distinct().Count(), "how many hashes there are");
        Attack attack = await Attack.BeginGreetedAsync(run);
        await TimeAsync(attack, collides: false);
        TimeSpan other = await TimeAsync(attack, collides: false);
        TimeSpan colliding = await TimeAsync(attack, collides: true);
        Check.That(colliding < (10 * other) + TimeSpan.FromSeconds(1), $"it took {colliding.TotalMilliseconds:0} ms, and {other.TotalMilliseconds:0} ms with other keys");
        await attack.ExpectUnharmedAsync();
    }

    private static async Task<TimeSpan> TimeAsync(Attack attack, bool collides)
    {
        byte[] arguments = Arguments(collides);
        ulong id = await attack.Peer.AnnounceAsync(Method, (ulong)arguments.Length);
        long started = Stopwatch.GetTimestamp();
        int granted = 0;
        foreach (byte[] chunk in arguments.Chunk(16 * 1024))
        {
            granted -= chunk.Length;
            while (granted < 0)
            {
                granted += (await attack.Peer.ReceiveAsync(FrameKind.Credit)).Credit.Bytes;
            }

            await attack.Peer.SendAsync(RawFrames.Chunk(id, chunk));
        }

        // The service sends it back: it was decoded.
        RawFrame answer = await attack.Peer.ReceiveAsync(FrameKind.Item);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
        Check.That(answer.Item.AnnouncedLength > Count * 30UL, "all of it came back");
        await attack.Peer.SendAsync(RawFrames.Cancel(id));
        await attack.Peer.ReceiveStatusAsync(id);
        return elapsed;
    }

    // The second of five dictionaries has keys of that type; the others are empty.
    private static byte[] Arguments(bool collides)
    {
        var bytes = new List<byte>(Count * 40) { 0x91, 0x95, 0x80, 0xdf };
        byte[] count = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(count, Count);
        bytes.AddRange(count);
        for (int number = 1; number <= Count; number++)
        {
            bytes.AddRange([0xd9, 36, .. Encoding.ASCII.GetBytes($"{KeyOf(number, collides)}"), 0xa0]);
        }

        bytes.AddRange([0x80, 0x80, 0x80]);
        return [.. bytes];
    }

    // A Guid's hash is its four quarters, one upon the other.
    private static Guid KeyOf(int number, bool collides)
    {
        byte[] bytes = new byte[16];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), collides ? number : 0);
        return new Guid(bytes);
    }
}
