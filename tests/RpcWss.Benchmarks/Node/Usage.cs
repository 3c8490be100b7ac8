using System.Diagnostics;
using System.Globalization;

namespace RpcWss.Benchmarks.Node;

/// <summary>What a process has used so far.</summary>
/// <param name="Allocated">Bytes allocated since it started.</param>
/// <param name="ProcessorMilliseconds">Processor time since it started.</param>
/// <param name="WorkingSet">Bytes of physical memory.</param>
/// <param name="Managed">Bytes of managed objects.</param>
internal readonly record struct Usage(long Allocated, double ProcessorMilliseconds, long WorkingSet, long Managed)
{
    public static Usage Now()
    {
        using var process = Process.GetCurrentProcess();
        return new Usage(GC.GetTotalAllocatedBytes(precise: true), process.TotalProcessorTime.TotalMilliseconds, process.WorkingSet64, GC.GetTotalMemory(false));
    }

    /// <summary>The same once garbage is gone.</summary>
    public static Usage AtRest()
    {
        for (int round = 0; round < 2; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return Now();
    }

    public static Usage Parse(string line)
    {
        string[] parts = line.Split(' ');
        return new Usage(long.Parse(parts[0]), double.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2]), long.Parse(parts[3]));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Allocated} {ProcessorMilliseconds} {WorkingSet} {Managed}");
}
