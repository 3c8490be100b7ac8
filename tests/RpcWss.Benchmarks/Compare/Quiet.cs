using System.Diagnostics;

namespace RpcWss.Benchmarks.Compare;

/// <summary>
/// The time between turns, when nothing runs. After its turn a subject compiles again what it ran often, and collects what it left behind; on a computer of few
/// processors, single calls of the next one would wait for that.
/// </summary>
internal sealed class Quiet(IReadOnlyCollection<SubjectProcesses> all)
{
    // The compiler begins a tenth of a second after the last method that was new to it.
    private static readonly TimeSpan _span = TimeSpan.FromMilliseconds(200);

    // Of all processes in a span. Linux counts in hundredths of a second.
    private static readonly TimeSpan _nearlyNothing = TimeSpan.FromMilliseconds(10);

    // One that never rests is measured as it is.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    public async Task WaitAsync()
    {
        using var pace = new PeriodicTimer(_span);
        long started = Stopwatch.GetTimestamp();
        TimeSpan before = Used(), used;
        do
        {
            await pace.WaitForNextTickAsync();
            TimeSpan now = Used();
            (used, before) = (now - before, now);
        }
        while (used > _nearlyNothing && Stopwatch.GetElapsedTime(started) < _patience);
    }

    private TimeSpan Used() => all.Aggregate(TimeSpan.Zero, static (sum, one) => sum + one.ProcessorTime);
}
