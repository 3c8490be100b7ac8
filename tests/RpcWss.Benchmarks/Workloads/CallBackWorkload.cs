using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Workloads;

/// <summary>Calls from the server to the client over the connection that the client opened. The server makes and measures them.</summary>
internal sealed class CallBackWorkload(string name, string title, int callers) : Workload(name, title, Metric.Rate("calls"))
{
    public override async Task<Sample> RunAsync(ClientNode client, TimeSpan window)
    {
        Session session = await client.SessionAsync();
        CallBackResult result = await session.CallBackAsync(callers, (int)window.TotalMilliseconds);
        return new Sample { Operations = result.Calls, Seconds = result.Seconds };
    }
}
