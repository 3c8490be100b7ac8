using System.Diagnostics;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Workloads;

/// <summary>One call after the other, each timed.</summary>
/// <param name="name">As the command line calls it.</param>
/// <param name="title">As the report does.</param>
/// <param name="makeCall">Makes what makes a call; run once in a process, where it is needed.</param>
internal sealed class LatencyWorkload(string name, string title, Func<Func<Session, int, ValueTask<int>>> makeCall) : Workload(name, title, Metric.Latency)
{
    private readonly Times _times = new();
    private Func<Session, int, ValueTask<int>>? _call;

    public override async Task<Sample> RunAsync(ClientNode client, TimeSpan window)
    {
        Session session = await client.SessionAsync();
        _call ??= makeCall();
        _times.Clear();
        int calls = 0;
        long started = Stopwatch.GetTimestamp(), before = started;
        long end = started + (long)(window.TotalSeconds * Stopwatch.Frequency);
        while (before < end)
        {
            await _call(session, calls++);
            long now = Stopwatch.GetTimestamp();
            _times.Add(now - before);
            before = now;
        }

        return new Sample { Operations = calls, Seconds = Stopwatch.GetElapsedTime(started, before).TotalSeconds, P50 = _times.At(0.5), P99 = _times.At(0.99) };
    }

    public override double Value(Sample sample, Usage before, Usage after) => sample.P50;

    public override double Detail(Sample sample, Usage before, Usage after) => sample.P99;
}
