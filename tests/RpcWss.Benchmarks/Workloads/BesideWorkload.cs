using System.Diagnostics;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Workloads;

/// <summary>
/// Small calls one after the other while one large payload after the other passes on the same connection. The times are those of calls of which one is made each
/// millisecond: what waits behind a payload is not made up for by many that find the way clear.
/// </summary>
internal sealed class BesideWorkload(string name, string title, Func<Session, byte[], Task<int>> transfer)
    : Workload(name, title, new Metric("µs p99", HigherIsBetter: false, "MiB/s"))
{
    private const int Length = 64 * 1024 * 1024;

    private readonly Times _times = new();
    private byte[]? _bytes;

    public override bool CountsCost => false;

    public override async Task<Sample> RunAsync(ClientNode client, TimeSpan window)
    {
        Session session = await client.SessionAsync();
        await session.AddBesideAsync(0, 1);
        byte[] bytes = _bytes ??= new byte[Length];
        _times.Clear();
        int transfers = 0;
        long started = Stopwatch.GetTimestamp();
        do
        {
            Task<int> running = Task.Run(() => transfer(session, bytes));
            while (!running.IsCompleted)
            {
                long before = Stopwatch.GetTimestamp();
                await session.AddBesideAsync(transfers, 1);
                _times.AddPaced(Stopwatch.GetTimestamp() - before, Stopwatch.Frequency / 1000);
            }

            if (await running is not Length and var came)
            {
                throw new InvalidOperationException($"{came:N0} bytes came.");
            }

            transfers++;
        }
        while (Stopwatch.GetElapsedTime(started) < window);

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new Sample { Operations = transfers, Seconds = seconds, P50 = _times.At(0.5), P99 = _times.At(0.99) };
    }

    public override double Value(Sample sample, Usage before, Usage after) => sample.P99;

    public override double Detail(Sample sample, Usage before, Usage after) => sample.Operations * (Length >> 20) / sample.Seconds;
}
