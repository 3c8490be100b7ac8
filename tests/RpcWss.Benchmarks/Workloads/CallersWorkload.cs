using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Workloads;

/// <summary>Calls from many callers over one connection.</summary>
internal sealed class CallersWorkload(string name, string title, int callers, Func<Session, int, int, ValueTask<int>> call) : Workload(name, title, Metric.Rate("calls"))
{
    public override async Task<Sample> RunAsync(ClientNode client, TimeSpan window)
    {
        Session session = await client.SessionAsync();
        var (calls, seconds) = await CallerLoop.RunAsync(callers, window, (caller, number) => call(session, caller, number));
        return new Sample { Operations = calls, Seconds = seconds };
    }
}
