using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using RpcWss.Conformance.Wires;
using RpcWss.Fuzz.Contracts;

namespace RpcWss.Fuzz.Floods;

/// <summary>Proper clients of a flooded server: each calls now and then, and must not notice much.</summary>
internal sealed class Neighbours : IAsyncDisposable
{
    private const int Count = 4;

    private static readonly TimeSpan _pace = TimeSpan.FromMilliseconds(2);

    private readonly List<RpcClient> _clients = [];

    public static async Task<Neighbours> ConnectAsync(Uri address, X509Certificate2 root)
    {
        var neighbours = new Neighbours();
        for (int client = 0; client < Count; client++)
        {
            neighbours._clients.Add(await RpcClient.ConnectAsync(address, LoopbackClient.OptionsFor(root)));
        }

        return neighbours;
    }

    /// <summary>Calls until told to stop, and returns how long each call took, the shortest first. A call that fails fails this.</summary>
    public async Task<TimeSpan[]> CallAsync(CancellationToken stop)
    {
        TimeSpan[][] all = await Task.WhenAll(_clients.Select(client => Task.Run(() => CallAsync(client.GetProxy<ITarget>(), stop))));
        return [.. all.SelectMany(times => times).Order()];
    }

    public static TimeSpan Percentile(TimeSpan[] sorted, double share) => sorted.Length == 0 ? TimeSpan.Zero : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    public async ValueTask DisposeAsync()
    {
        foreach (RpcClient client in _clients)
        {
            await client.DisposeAsync();
        }
    }

    private static async Task<TimeSpan[]> CallAsync(ITarget target, CancellationToken stop)
    {
        var times = new List<TimeSpan>();
        using var pace = new PeriodicTimer(_pace);
        do
        {
            long started = Stopwatch.GetTimestamp();
            int next = await target.NextAsync(times.Count, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(started));
            if (next != times.Count)
            {
                throw new Runs.DefectException($"A neighbour got {next} instead of {times.Count}");
            }
        }
        while (!stop.IsCancellationRequested && await pace.WaitForNextTickAsync(CancellationToken.None));

        return [.. times];
    }
}
