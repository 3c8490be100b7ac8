using System.Globalization;

namespace RpcWss.Benchmarks.Node;

/// <summary>What a process has used so far.</summary>
/// <param name="Allocated">Bytes allocated since it started.</param>
/// <param name="ProcessorMilliseconds">Processor time since it started.</param>
/// <param name="WorkingSet">Bytes of physical memory; 0 where nobody looked.</param>
/// <param name="Managed">Bytes of managed objects; 0 where nobody looked.</param>
internal readonly record struct Usage(long Allocated, double ProcessorMilliseconds, long WorkingSet, long Managed)
{
    // Not by way of a Process: to make one allocates more than many a measurement does.
    public static Usage Now() => new(GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime.TotalMilliseconds, 0, 0);

    /// <summary>The same once garbage is gone, with what is left.</summary>
    public static Usage AtRest()
    {
        for (int round = 0; round < 2; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return Now() with { WorkingSet = Environment.WorkingSet, Managed = GC.GetTotalMemory(false) };
    }

    public static Usage Parse(string line)
    {
        string[] parts = line.Split(' ');
        return new Usage(long.Parse(parts[0]), double.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2]), long.Parse(parts[3]));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Allocated} {ProcessorMilliseconds} {WorkingSet} {Managed}");
}
