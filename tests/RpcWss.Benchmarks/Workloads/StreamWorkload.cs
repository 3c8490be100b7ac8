using System.Diagnostics;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Workloads;

/// <summary>Streams one after the other, each with as many items as take a good part of the window, so that the calls around them do not count.</summary>
internal sealed class StreamWorkload(string name, string title, int size, Func<Session, int, int, Task<int>> stream) : Workload(name, title, Metric.Rate("items"))
{
    private const int MostItems = 1 << 23;

    private int _count = 512;

    public override async Task<Sample> RunAsync(ClientNode client, TimeSpan window)
    {
        Session session = await client.SessionAsync();
        long items = 0;
        long started = Stopwatch.GetTimestamp(), before = started;
        while (Stopwatch.GetElapsedTime(started, before) < window)
        {
            int asked = _count;
            int came = await stream(session, asked, size);
            if (came != asked)
            {
                throw new InvalidOperationException($"{came:N0} of {asked:N0} items came.");
            }

            items += came;
            long now = Stopwatch.GetTimestamp();
            if (Stopwatch.GetElapsedTime(before, now) < window / 4)
            {
                _count = Math.Min(_count * 2, MostItems);
            }

            before = now;
        }

        return new Sample { Operations = items, Seconds = Stopwatch.GetElapsedTime(started, before).TotalSeconds };
    }
}
