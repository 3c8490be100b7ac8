using System.Collections.Concurrent;
using System.Diagnostics;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Workloads;

/// <summary>Opens many connections, makes one call on each and leaves them alone: what the server holds for each then.</summary>
internal sealed class IdleWorkload() : Workload("idle", "an idle connection at the server", new Metric("KiB working set", HigherIsBetter: false, "KiB managed"))
{
    private readonly ConcurrentBag<Session> _sessions = [];

    public override bool NeedsFreshProcesses => true;

    public override bool CountsCost => false;

    public override async Task WarmAsync(ClientNode client, TimeSpan window)
    {
        await OpenAsync(client, 16);
        await FinishAsync();
    }

    public override async Task<Sample> RunAsync(ClientNode client, TimeSpan window)
    {
        long started = Stopwatch.GetTimestamp();
        await OpenAsync(client, client.Connections);
        return new Sample { Operations = client.Connections, Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds };
    }

    public override async Task FinishAsync()
    {
        while (_sessions.TryTake(out Session? session))
        {
            await session.DisposeAsync();
        }
    }

    public override double Value(Sample sample, Usage before, Usage after) => (after.WorkingSet - before.WorkingSet) / 1024.0 / sample.Operations;

    public override double Detail(Sample sample, Usage before, Usage after) => (after.Managed - before.Managed) / 1024.0 / sample.Operations;

    private Task OpenAsync(ClientNode client, int count) => Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
    {
        Session session = await client.ConnectAsync();
        _sessions.Add(session);
        await session.AddAsync(0, number, 1);
    });
}
