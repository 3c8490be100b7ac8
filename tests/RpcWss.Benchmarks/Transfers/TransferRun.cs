using System.Diagnostics;
using System.Security.Cryptography;

namespace RpcWss.Benchmarks.Transfers;

/// <summary>Measures streams between two processes: items, a large <see cref="Stream"/> each way with the memory that it takes, and small calls beside it.</summary>
internal static class TransferRun
{
    private const long Gibibyte = 1L << 30;

    public static async Task<int> RunAsync(long length)
    {
        await using ServerProcess server = await ServerProcess.StartAsync();
        await using RpcClient client = await ConnectAsync(server, server.Port);
        ITransfers transfers = client.GetProxy<ITransfers>();
        await transfers.EchoAsync([]);

        Console.WriteLine("## Items of 8 bytes");
        await ItemsAsync(transfers, 1_000_000, "loopback");
        await AllocationAsync(transfers, client.GetProxy<IAdder>());
        await using (var link = new ShapedLink(server.Port, TimeSpan.FromMilliseconds(20), double.PositiveInfinity))
        {
            await using RpcClient far = await ConnectAsync(server, link.Port);
            await ItemsAsync(far.GetProxy<ITransfers>(), 100_000, "20 ms round trip");
        }

        Console.WriteLine($"## A stream of {length / (double)Gibibyte:0.###} GiB");
        bool passed = await DownloadAsync(transfers, length) & await UploadAsync(transfers, length);

        Console.WriteLine("## Eight streams at once, when the first has come");
        await ShareAsync(transfers, Math.Min(length, 128L << 20) / 2);

        Console.WriteLine("## 64-byte calls and cancels beside it, milliseconds");
        await BesideAsync(server, server.Port, length, 5_000, "loopback");
        await using (var link = new ShapedLink(server.Port, TimeSpan.FromMilliseconds(40), 10_000_000))
        {
            await BesideAsync(server, link.Port, Math.Min(length, 16L << 20), 100, "10 Mbit/s, 40 ms");
        }

        Console.WriteLine(passed ? "All hashes are equal." : "A HASH DIFFERS.");
        return passed ? 0 : 1;
    }

    private static Task<RpcClient> ConnectAsync(ServerProcess server, int port) =>
        RpcClient.ConnectAsync(new Uri($"wss://localhost:{port}/rpc"), new RpcClientOptions { Tls = server.Tls });

    private static async Task ItemsAsync(ITransfers transfers, int count, string link)
    {
        long started = Stopwatch.GetTimestamp();
        int received = 0;
        await foreach (long number in transfers.CountAsync(count))
        {
            received += number == received ? 1 : int.MinValue / 2;
        }

        Console.WriteLine($"{count:N0} down, {link}: {Rate(received, count, started)}");
        started = Stopwatch.GetTimestamp();
        received = await transfers.CheckAsync(NumbersAsync(count));
        Console.WriteLine($"{count:N0} up, {link}: {Rate(received, count, started)}");
    }

    private static async Task AllocationAsync(ITransfers transfers, IAdder server)
    {
        const int Count = 1_000_000;
        long here = GC.GetTotalAllocatedBytes(precise: true), there = await server.AllocatedBytesAsync();
        await foreach (long _ in transfers.CountAsync(Count))
        {
        }

        long hereDown = GC.GetTotalAllocatedBytes(precise: true), thereDown = await server.AllocatedBytesAsync();
        await transfers.CheckAsync(NumbersAsync(Count));
        long hereUp = GC.GetTotalAllocatedBytes(precise: true), thereUp = await server.AllocatedBytesAsync();
        Console.WriteLine(
            $"bytes allocated an item: down {(hereDown - here) / (double)Count:0.000} client, {(thereDown - there) / (double)Count:0.000} server; "
            + $"up {(hereUp - hereDown) / (double)Count:0.000} client, {(thereUp - thereDown) / (double)Count:0.000} server");
    }

    private static string Rate(int received, int count, long started)
    {
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return received == count ? $"{seconds:0.000} s, {count / seconds:N0} items/s, in order" : "WRONG ITEMS";
    }

    private static async IAsyncEnumerable<long> NumbersAsync(int count)
    {
        for (long number = 0; number < count; number++)
        {
            yield return number;
        }

        await Task.CompletedTask;
    }

    private static Task<bool> DownloadAsync(ITransfers transfers, long length) => TransferAsync(transfers, "down", length, async () =>
    {
        await using Stream stream = await transfers.DownloadAsync(length, 1);
        return await SHA256.HashDataAsync(stream);
    });

    private static Task<bool> UploadAsync(ITransfers transfers, long length) =>
        TransferAsync(transfers, "up", length, async () => await transfers.UploadAsync(new PatternStream(length, 1)));

    private static async Task<bool> TransferAsync(ITransfers transfers, string direction, long length, Func<Task<byte[]>> transfer)
    {
        byte[] expected = PatternStream.HashOf(length, 1);
        using var watch = new MemoryWatch();
        MemoryUse serverIdle = await transfers.RestAsync(), clientIdle = watch.Rest();
        long started = Stopwatch.GetTimestamp();
        byte[] hash = await transfer();
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        MemoryUse serverPeak = await transfers.PeakAsync(), clientPeak = watch.Peak;
        bool same = hash.AsSpan().SequenceEqual(expected);
        Console.WriteLine(
            $"{direction}: {seconds:0.0} s, {length / seconds / (1 << 20):N0} MiB/s, hash {(same ? "equal" : "DIFFERENT")}; peak managed above idle: "
            + $"server {Above(serverPeak.Managed, serverIdle.Managed)}, client {Above(clientPeak.Managed, clientIdle.Managed)}; large-object heap: "
            + $"server {Above(serverPeak.LargeObjects, serverIdle.LargeObjects)}, client {Above(clientPeak.LargeObjects, clientIdle.LargeObjects)}");
        return same;
    }

    private static async Task ShareAsync(ITransfers transfers, long length)
    {
        long[] received = new long[8];
        long[]? atFirst = null;
        await Task.WhenAll(Enumerable.Range(0, received.Length).Select(index => Task.Run(async () =>
        {
            await using Stream stream = await transfers.DownloadAsync(length, index);
            byte[] buffer = new byte[32 * 1024];
            while (await stream.ReadAsync(buffer) is > 0 and int count)
            {
                Volatile.Write(ref received[index], received[index] + count);
            }

            Interlocked.CompareExchange(ref atFirst, [.. received], null);
        })));
        Console.WriteLine($"down: the slowest has {100.0 * atFirst!.Min() / length:0.0} % of the first ({length >> 20} MiB each): {string.Join(", ", atFirst!.Select(part => $"{part * 100.0 / length:0}"))}");
    }

    private static string Above(long peak, long idle) => $"{(peak - idle) / 1048576.0:+0.0;-0.0;0.0} MiB";

    private static async Task BesideAsync(ServerProcess server, int port, long length, int idleCalls, string link)
    {
        await using RpcClient client = await ConnectAsync(server, port);
        ITransfers transfers = client.GetProxy<ITransfers>();
        var latency = new Latency(transfers);
        client.AddService<ICancelSink>(latency);
        await latency.MeasureAsync(done => done >= idleCalls / 5);      // warm
        Print(link, "idle", await latency.MeasureAsync(done => done >= idleCalls));

        Task down = Task.Run(async () =>
        {
            await using Stream stream = await transfers.DownloadAsync(length, 1);
            await stream.CopyToAsync(Stream.Null);
        });
        Print(link, "beside a download", await latency.MeasureAsync(_ => down.IsCompleted));
        await down;

        Task up = Task.Run(async () => await transfers.UploadAsync(new PatternStream(length, 1)));
        Print(link, "beside an upload", await latency.MeasureAsync(_ => up.IsCompleted));
        await up;
    }

    private static void Print(string link, string when, (double[] Calls, double[] Cancels) times) => Console.WriteLine(
        $"{link}, {when}: calls p50 {At(times.Calls, 0.5)} p99 {At(times.Calls, 0.99)} ({times.Calls.Length}); "
        + $"cancels p50 {At(times.Cancels, 0.5)} p99 {At(times.Cancels, 0.99)} ({times.Cancels.Length})");

    private static string At(double[] sorted, double share) => sorted.Length == 0 ? "-" : $"{sorted[(int)(share * (sorted.Length - 1))]:0.000}";
}
