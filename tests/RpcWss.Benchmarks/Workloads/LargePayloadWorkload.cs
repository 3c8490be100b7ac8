using System.Diagnostics;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Workloads;

/// <summary>One large payload after the other, with nothing beside it.</summary>
internal sealed class LargePayloadWorkload(string name, string title, Func<Session, byte[], Task<int>> transfer)
    : Workload(name, title, Metric.Rate("MiB"))
{
    private const int Length = 64 * 1024 * 1024;

    private byte[]? _bytes;

    public override bool CountsCost => false;

    public override bool TakesLong => true;

    public override async Task<Sample> RunAsync(ClientNode client, TimeSpan window)
    {
        Session session = await client.SessionAsync();
        byte[] bytes = _bytes ??= new byte[Length];
        int transfers = 0;
        long started = Stopwatch.GetTimestamp();
        do
        {
            if (await transfer(session, bytes) is not Length and var came)
            {
                throw new InvalidOperationException($"{came:N0} bytes came.");
            }

            transfers++;
        }
        while (Stopwatch.GetElapsedTime(started) < window);

        return new Sample { Operations = transfers, Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds };
    }

    public override double Value(Sample sample, Usage before, Usage after) => sample.Operations * (Length >> 20) / sample.Seconds;
}
