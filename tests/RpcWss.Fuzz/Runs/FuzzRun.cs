using System.Diagnostics;
using RpcWss.Fuzz.Hostile;
using RpcWss.Fuzz.Traffic;

namespace RpcWss.Fuzz.Runs;

/// <summary>So many hostile frames against one connection after the other, on as many workers as there are processors. Ends at the first defect.</summary>
internal sealed class FuzzRun(long frames, int seed, SeedTraffic traffic, TextWriter output)
{
    /// <summary>What two dozen megabytes of receive budget for each of a few connections, and a pool of buffers, come to.</summary>
    private const long MemoryBudget = 384L * 1024 * 1024;

    private static readonly TimeSpan _reportEvery = TimeSpan.FromSeconds(10);

    private readonly Tally _tally = new();
    private readonly MemoryWatch _memory = new(MemoryBudget);
    private int _connections;
    private volatile Defect? _defect;

    public Tally Tally => _tally;

    public MemoryWatch Memory => _memory;

    /// <summary>What the engine did wrong; null when it did nothing.</summary>
    public Defect? Defect => _defect;

    public async Task RunAsync()
    {
        TaskScheduler.UnobservedTaskException += Unobserved;
        long started = Stopwatch.GetTimestamp();
        using var timer = new Timer(_ => Report(Stopwatch.GetElapsedTime(started)), null, _reportEvery, _reportEvery);
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(WorkAsync)));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TaskScheduler.UnobservedTaskException -= Unobserved;
        Report(Stopwatch.GetElapsedTime(started));
    }

    private async Task WorkAsync()
    {
        while (_tally.Frames < frames && _defect is null)
        {
            // Each connection can be made again from its own seed, whatever the others do.
            int own = unchecked(seed + Interlocked.Increment(ref _connections));
            using var attacked = new AttackedConnection(own, traffic, _tally);
            try
            {
                await attacked.RunAsync();
                _memory.Look();
            }
            catch (Exception error)
            {
                _defect ??= new Defect(error, own, attacked.Kind, attacked.Sent);
            }
        }
    }

    private void Unobserved(object? sender, UnobservedTaskExceptionEventArgs unobserved)
    {
        if (unobserved.Exception.InnerException is not (RpcException or OperationCanceledException))
        {
            _defect ??= new Defect(unobserved.Exception, seed, "any", null);
        }
    }

    private void Report(TimeSpan elapsed) => output.WriteLine(
        $"{_tally.Frames,12:N0} frames  {_tally.Frames / elapsed.TotalSeconds,9:N0}/s  {_tally.Connections,9:N0} connections  {_tally.Answered,11:N0} calls answered  {_tally.Called,9:N0} calls made  peak heap {_memory.Peak / 1048576.0:N0} MiB");
}
