using System.Diagnostics;
using System.Net.WebSockets;
using RpcWss.Benchmarks.Subjects.Raw;

namespace RpcWss.Benchmarks.Million;

/// <summary>Many <c>Add</c> calls on one connection to another process over TLS 1.3: none may be lost, and what each costs is printed beside a raw batched echo.</summary>
internal static class MillionCalls
{
    private static readonly int[] _callers = [1, 64, 1024];

    public static async Task<int> RunAsync(int calls)
    {
        await using ServerProcess server = await ServerProcess.StartAsync();
        await using RpcClient client = await RpcClient.ConnectAsync(server.Address("/rpc"), new RpcClientOptions { Tls = server.Tls });
        IAdder adder = client.GetProxy<IAdder>();
        Console.WriteLine($"{"callers",8} {"calls",10} {"calls/s",12} {"raw echo/s",12} {"ratio",6} {"client B",9} {"raw",7} {"server B",9} {"raw",7} {"µs CPU",7}");
        bool complete = true;
        foreach (int callers in _callers)
        {
            int count = callers == 1 ? Math.Max(calls / 40, 1) : calls;
            await MeasureAsync(adder, callers, Math.Max(count / 10, 1));
            Measurement raw = await MeasureRawAsync(server, adder, callers, count);
            Measurement ours = await MeasureAsync(adder, callers, count);
            complete &= ours.Completed == count;
            Console.WriteLine(
                $"{callers,8:N0} {ours.Completed,10:N0} {ours.PerSecond,12:N0} {raw.PerSecond,12:N0} {ours.PerSecond / raw.PerSecond,6:F2} {ours.ClientBytes,9:F2} {raw.ClientBytes,7:F2} {ours.ServerBytes,9:F2} {raw.ServerBytes,7:F2} {ours.ProcessorMicroseconds,7:F2}");
        }

        Console.WriteLine(complete ? "every call completed with the right sum" : "calls were lost");
        return complete ? 0 : 1;
    }

    private static async Task<Measurement> MeasureAsync(IAdder adder, int callers, int count)
    {
        int completed = 0;
        Measurement measured = await MeasureAsync(adder, callers, count, async share =>
        {
            for (int call = 0; call < share; call++)
            {
                if (await adder.AddAsync(call, 1) == call + 1)
                {
                    Interlocked.Increment(ref completed);
                }
            }
        });
        return measured with { Completed = completed };
    }

    private static async Task<Measurement> MeasureRawAsync(ServerProcess server, IAdder adder, int callers, int count)
    {
        using var socket = new ClientWebSocket();
        socket.Options.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null;
        await socket.ConnectAsync(server.Address("/raw"), CancellationToken.None);
        var echo = new RawCaller(socket, callers, RawSession.SmallFrame, batches: true);
        byte[] body = new byte[RawSession.SmallFrame - 4];
        Task receiving = echo.ReceiveAsync();
        int next = -1;
        async Task RunAsync(int calls)
        {
            int caller = Interlocked.Increment(ref next) % callers;
            for (int call = 0; call < calls; call++)
            {
                await echo.CallAsync(caller, body);
            }
        }

        await RunCallersAsync(callers, Math.Max(count / 10, 1), RunAsync);
        Measurement measured = await MeasureAsync(adder, callers, count, RunAsync);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await receiving;
        return measured;
    }

    private static async Task<Measurement> MeasureAsync(IAdder adder, int callers, int count, Func<int, Task> run)
    {
        long serverBefore = await adder.AllocatedBytesAsync();
        double serverProcessor = await adder.ProcessorMillisecondsAsync();
        double clientProcessor = Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;
        long clientBefore = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();
        await RunCallersAsync(callers, count, run);
        TimeSpan elapsed = clock.Elapsed;
        double processor = Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds - clientProcessor;
        long clientBytes = GC.GetTotalAllocatedBytes(precise: true) - clientBefore;
        processor += await adder.ProcessorMillisecondsAsync() - serverProcessor;
        long serverBytes = await adder.AllocatedBytesAsync() - serverBefore;
        return new Measurement(count, count / elapsed.TotalSeconds, clientBytes / (double)count, serverBytes / (double)count, processor * 1000 / count);
    }

    private static Task RunCallersAsync(int callers, int count, Func<int, Task> run) =>
        Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => run((count / callers) + (caller < count % callers ? 1 : 0)))));

    private readonly record struct Measurement(int Completed, double PerSecond, double ClientBytes, double ServerBytes, double ProcessorMicroseconds);
}
