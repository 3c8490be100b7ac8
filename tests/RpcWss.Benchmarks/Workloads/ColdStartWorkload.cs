using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Workloads;

/// <summary>From the start of a client process to the end of its first call. The comparing process starts it and looks at the clock.</summary>
internal sealed class ColdStartWorkload() : Workload("cold", "start of a client to its first answer", new Metric("ms", HigherIsBetter: false))
{
    public override bool StartsClient => true;

    public override bool CountsCost => false;

    public override Task<Sample> RunAsync(ClientNode client, TimeSpan window) => throw new InvalidOperationException("It starts its own client.");

    public override double Value(Sample sample, Usage before, Usage after) => sample.Seconds * 1000;
}
