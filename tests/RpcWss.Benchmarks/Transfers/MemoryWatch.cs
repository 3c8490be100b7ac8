namespace RpcWss.Benchmarks.Transfers;

/// <summary>Looks at this process's memory every few milliseconds and keeps the most that it saw.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly Timer _timer;
    private MemoryUse _peak = new(0, 0);

    public MemoryWatch() => _timer = new Timer(static state => ((MemoryWatch)state!).Look(), this, 10, 10);

    public MemoryUse Peak => Volatile.Read(ref _peak);

    /// <summary>What is in use at rest; the watch begins anew from there.</summary>
    public MemoryUse Rest()
    {
        for (int round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        MemoryUse now = Now();
        Volatile.Write(ref _peak, now);
        return now;
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        MemoryUse now = Now(), before = Peak;
        Volatile.Write(ref _peak, new MemoryUse(Math.Max(now.Managed, before.Managed), Math.Max(now.LargeObjects, before.LargeObjects)));
    }

    private static MemoryUse Now() => new(GC.GetTotalMemory(false), GC.GetGCMemoryInfo(GCKind.Any).GenerationInfo[3].SizeAfterBytes);
}
