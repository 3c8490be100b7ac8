using System.Runtime.InteropServices;

namespace RpcWss.Benchmarks.Compare.Report;

/// <summary>Where and when a run took place.</summary>
internal sealed record Surroundings(DateTime At, string Runtime, string System, string Processor, int Processors, string Load)
{
    public static Surroundings Now() => new(
        DateTime.UtcNow, RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription.Trim(), ProcessorName(), Environment.ProcessorCount, LoadAverage());

    private static string ProcessorName()
    {
        const string Field = "model name";
        string? line = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal)) : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    // What else the computer does: figures taken beside other work mean little.
    private static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
