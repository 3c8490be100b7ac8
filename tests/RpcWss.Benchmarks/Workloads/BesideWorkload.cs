using System.Diagnostics;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Workloads;

/// <summary>
/// Small calls one after the other while one large payload after the other passes on the same connection. The times are those of calls of which one is made each
/// millisecond: what waits behind a payload is not made up for by many that find the way clear.
/// </summary>
/// <param name="name">As the command line calls it.</param>
/// <param name="title">As the report calls it.</param>
/// <param name="transfer">Moves a payload of the array's length, and says how much came; null for nothing beside the calls, which is what the others are to be compared with.</param>
internal sealed class BesideWorkload(string name, string title, Func<Session, byte[], Task<int>>? transfer)
    : Workload(name, title, new Metric("µs p99", HigherIsBetter: false, transfer is null ? "" : "MiB/s"))
{
    private const int Length = 64 * 1024 * 1024;

    private readonly Times _times = new();
    private byte[]? _bytes;

    public override bool CountsCost => false;

    public override bool NeedsQuiet => true;

    public override bool TakesLong => transfer is not null;

    public override async Task<Sample> RunAsync(ClientNode client, TimeSpan window)
    {
        Session session = await client.SessionAsync();
        await session.AddBesideAsync(0, 1);
        _times.Clear();
        int rounds = 0;
        long started = Stopwatch.GetTimestamp();
        do
        {
            await (transfer is null ? CallAsync(session, rounds) : TransferAsync(session, transfer, rounds));
            rounds++;
        }
        while (Stopwatch.GetElapsedTime(started) < window);

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new Sample { Operations = rounds, Seconds = seconds, P50 = _times.At(0.5), P99 = _times.At(0.99) };
    }

    public override double Value(Sample sample, Usage before, Usage after) => sample.P99;

    public override double Detail(Sample sample, Usage before, Usage after) => transfer is null ? double.NaN : sample.Operations * (Length >> 20) / sample.Seconds;

    private async Task TransferAsync(Session session, Func<Session, byte[], Task<int>> transfer, int value)
    {
        byte[] bytes = _bytes ??= new byte[Length];
        Task<int> running = Task.Run(() => transfer(session, bytes));
        while (!running.IsCompleted)
        {
            await CallAsync(session, value);
        }

        if (await running is not Length and var came)
        {
            throw new InvalidOperationException($"{came:N0} bytes came.");
        }
    }

    private async Task CallAsync(Session session, int value)
    {
        long before = Stopwatch.GetTimestamp();
        await session.AddBesideAsync(value, 1);
        _times.AddPaced(Stopwatch.GetTimestamp() - before, Stopwatch.Frequency / 1000);
    }
}
