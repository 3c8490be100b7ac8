using System.Diagnostics;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Workloads;

/// <summary>Streams one after the other, each with as many items as take a good part of the window, so that the calls around them do not count.</summary>
internal sealed class StreamWorkload(string name, string title, int size, Func<Session, int, int, Task<int>> stream) : Workload(name, title, Metric.Rate("items"))
{
    private const int MostItems = 1 << 23;

    private int _count = 512;

    public override async Task WarmAsync(ClientNode client, TimeSpan window)
    {
        // Until the number of items that a stream is given has been found.
        for (int previous = 0; previous < _count;)
        {
            previous = _count;
            await RunAsync(client, window / 2);
        }
    }

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
            double share = Stopwatch.GetElapsedTime(before, now) / window;
            if (share < 0.2)
            {
                _count = (int)Math.Min(_count * Math.Clamp(0.25 / share, 2, 8), MostItems);
            }

            before = now;
        }

        return new Sample { Operations = items, Seconds = Stopwatch.GetElapsedTime(started, before).TotalSeconds };
    }
}
