using System.Globalization;
using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>
/// Whatever bytes arrive, the codec answers with frames or a connection fault. RPCWSS_FUZZ_COUNT sets how many messages are
/// tried, RPCWSS_FUZZ_SEED repeats a run.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int QuickCount = 200_000;

    private static readonly byte[][] _seeds =
        [.. Vectors.Frames.Concat(Vectors.Messages).Concat(Vectors.Malformed).Select(Vectors.Bytes).Where(bytes => bytes.Length is > 0 and < 2048)];

    [Fact]
    public void Random_bytes_never_do_anything_but_fault_or_decode() => Run(random =>
    {
        byte[] message = new byte[random.Next(1, 48)];
        random.NextBytes(message);

        // Nearly all random messages die at their first byte, so half of them are short and start like a frame.
        if (random.Next(2) == 0 && message.Length > 1)
        {
            message = message[..Math.Min(message.Length, random.Next(2, 10))];
            message[0] = (byte)(0x90 | random.Next(1, 8));
            message[1] = (byte)random.Next(14);
        }

        return message;
    });

    [Fact]
    public void Mutated_frames_never_do_anything_but_fault_or_decode() => Run(random =>
    {
        byte[] message = [.. _seeds[random.Next(_seeds.Length)]];
        for (int mutations = random.Next(1, 4); mutations > 0; mutations--)
            message = Mutate(message, random);
        return message;
    });

    private void Run(Func<Random, byte[]> next)
    {
        int seed = Setting("RPCWSS_FUZZ_SEED") ?? Random.Shared.Next();
        int count = Setting("RPCWSS_FUZZ_COUNT") ?? QuickCount;
        output.WriteLine($"seed {seed}, {count} messages");
        var random = new Random(seed);
        int decoded = 0, faults = 0;
        for (int index = 0; index < count; index++)
        {
            byte[] message = next(random);
            try
            {
                FrameConsumer.Consume(message);
                decoded++;
            }
            catch (ProtocolViolationException)
            {
                faults++;
            }
            catch (Exception other)
            {
                Assert.Fail($"seed {seed}, message {index}, {Convert.ToHexStringLower(message)}: {other}");
            }
        }

        // Neither outcome may be all there is, or the messages would be testing less than they seem to.
        output.WriteLine($"{decoded} decoded, {faults} faults");
        Assert.True(decoded > count / 1000, $"Only {decoded} of {count} messages decoded.");
        Assert.True(faults > count / 1000, $"Only {faults} of {count} messages faulted.");
    }

    private static byte[] Mutate(byte[] message, Random random)
    {
        if (message.Length == 0)
            return [(byte)random.Next(256)];

        int at = random.Next(message.Length);
        switch (random.Next(5))
        {
            case 0:
                message[at] = (byte)random.Next(256);
                return message;
            case 1:
                message[at] ^= (byte)(1 << random.Next(8));
                return message;
            case 2:
                return [.. message[..at], (byte)random.Next(256), .. message[at..]];
            case 3:
                return [.. message[..at], .. message[(at + 1)..]];
            default:
                return [.. message[..at], .. _seeds[random.Next(_seeds.Length)]];
        }
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
