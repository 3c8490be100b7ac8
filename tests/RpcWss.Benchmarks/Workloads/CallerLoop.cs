using System.Diagnostics;

namespace RpcWss.Benchmarks.Workloads;

/// <summary>So many callers, each with one call in flight at a time, for a while.</summary>
internal static class CallerLoop
{
    /// <param name="callers">How many.</param>
    /// <param name="window">For how long; calls under way then are waited for, and count.</param>
    /// <param name="call">Makes a caller's next call.</param>
    public static async Task<(long Calls, double Seconds)> RunAsync(int callers, TimeSpan window, Func<int, int, ValueTask<int>> call)
    {
        var isOver = new Flag();
        long started = Stopwatch.GetTimestamp();
        using var timer = new Timer(static state => ((Flag)state!).Raise(), isOver, window, Timeout.InfiniteTimeSpan);
        var running = new Task<long>[callers];
        for (int caller = 0; caller < callers; caller++)
        {
            int number = caller;
            running[caller] = Task.Run(() => CallAsync(number, isOver, call));
        }

        long[] calls = await Task.WhenAll(running);
        return (calls.Sum(), Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static async Task<long> CallAsync(int caller, Flag isOver, Func<int, int, ValueTask<int>> call)
    {
        int calls = 0;
        while (!isOver.IsRaised)
        {
            await call(caller, calls++);
        }

        return calls;
    }

    private sealed class Flag
    {
        private volatile bool _isRaised;

        public bool IsRaised => _isRaised;

        public void Raise() => _isRaised = true;
    }
}
