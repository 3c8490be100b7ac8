using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Workloads;

/// <summary>Connect, one call, disconnect; four at a time, which keeps two cores busy.</summary>
internal sealed class ConnectWorkload() : Workload("connect", "connect, `Add`, disconnect; 4 at a time", Metric.Rate("connections"))
{
    public override async Task<Sample> RunAsync(ClientNode client, TimeSpan window)
    {
        var (connections, seconds) = await CallerLoop.RunAsync(4, window, async (_, number) =>
        {
            await using Session session = await client.ConnectAsync();
            return await session.AddAsync(0, number, 1);
        });
        return new Sample { Operations = connections, Seconds = seconds };
    }
}
