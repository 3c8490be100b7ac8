using RpcWss.Benchmarks.Node;
using RpcWss.Benchmarks.Workloads;

namespace RpcWss.Benchmarks.Compare;

/// <summary>One measurement with both processes' part in it; for each operation where operations are counted.</summary>
/// <param name="Value">The figure that is compared.</param>
/// <param name="Detail">The one beside it; NaN for none.</param>
/// <param name="ClientBytes">Bytes allocated at the client.</param>
/// <param name="ServerBytes">Bytes allocated at the server.</param>
/// <param name="ClientMicroseconds">Processor time of the client.</param>
/// <param name="ServerMicroseconds">Processor time of the server.</param>
internal sealed record Measurement(double Value, double Detail, double ClientBytes, double ServerBytes, double ClientMicroseconds, double ServerMicroseconds)
{
    public static Measurement Of(Workload workload, Sample sample, Usage before, Usage after)
    {
        double count = workload.CountsCost ? sample.Operations : double.NaN;
        return new Measurement(
            workload.Value(sample, before, after),
            workload.Detail(sample, before, after),
            sample.ClientAllocated / count,
            (after.Allocated - before.Allocated) / count,
            sample.ClientProcessorMilliseconds * 1000 / count,
            (after.ProcessorMilliseconds - before.ProcessorMilliseconds) * 1000 / count);
    }
}
