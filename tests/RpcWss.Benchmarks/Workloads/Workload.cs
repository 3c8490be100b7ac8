using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Workloads;

/// <summary>One thing that every subject is asked to do. The client process runs it; the comparing process knows by it what the sample means.</summary>
internal abstract class Workload(string name, string title, Metric metric)
{
    /// <summary>As the command line calls it.</summary>
    public string Name { get; } = name;

    public string Title { get; } = title;

    public Metric Metric { get; } = metric;

    /// <summary>Whether what earlier measurements left in the processes would be measured too.</summary>
    public virtual bool NeedsFreshProcesses => false;

    /// <summary>Whether so few calls make its figure that whatever else the computer does is measured too.</summary>
    public virtual bool NeedsQuiet => false;

    /// <summary>Whether once takes longer than the window of a quick run.</summary>
    public virtual bool TakesLong => false;

    /// <summary>Whether what is measured is a client process from its start.</summary>
    public virtual bool StartsClient => false;

    /// <summary>Whether bytes and processor time for each operation mean something.</summary>
    public virtual bool CountsCost => true;

    public virtual Task WarmAsync(ClientNode client, TimeSpan window) => RunAsync(client, window);

    /// <summary>Does it for about so long. In the client process.</summary>
    public abstract Task<Sample> RunAsync(ClientNode client, TimeSpan window);

    /// <summary>Lets go of what was held for the server to be looked at. In the client process.</summary>
    public virtual Task FinishAsync() => Task.CompletedTask;

    /// <summary>The figure that is compared. In the comparing process.</summary>
    public virtual double Value(Sample sample, Usage before, Usage after) => sample.Operations / sample.Seconds;

    /// <summary>The one beside it.</summary>
    public virtual double Detail(Sample sample, Usage before, Usage after) => double.NaN;
}

/// <summary>What a workload's figure is.</summary>
/// <param name="Unit">The unit of the figure.</param>
/// <param name="HigherIsBetter">Which way is better.</param>
/// <param name="DetailUnit">The unit of the second figure; empty for none.</param>
internal sealed record Metric(string Unit, bool HigherIsBetter, string DetailUnit = "")
{
    public static Metric Rate(string what) => new($"{what}/s", HigherIsBetter: true);

    public static Metric Latency { get; } = new("µs p50", HigherIsBetter: false, "µs p99");
}
