using System.Collections.Concurrent;
using System.Diagnostics;

namespace RpcWss.Benchmarks.Transfers;

/// <summary>Times of small calls, one at a time, and of cancels until the handler has noticed.</summary>
internal sealed class Latency(ITransfers transfers) : ICancelSink
{
    private static readonly byte[] _small = new byte[64];

    private readonly ConcurrentDictionary<long, TaskCompletionSource> _noticed = new();
    private long _number;

    public ValueTask CancelledAsync(long number)
    {
        if (_noticed.TryRemove(number, out TaskCompletionSource? noticed))
        {
            noticed.SetResult();
        }

        return default;
    }

    /// <summary>Milliseconds of each, until <paramref name="until"/> says stop.</summary>
    public async Task<(double[] Calls, double[] Cancels)> MeasureAsync(Func<int, bool> until)
    {
        var calls = new List<double>();
        var cancels = new List<double>();
        while (!until(calls.Count))
        {
            for (int round = 0; round < 9; round++)
            {
                long started = Stopwatch.GetTimestamp();
                await transfers.EchoAsync(_small);
                calls.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            cancels.Add(await CancelAsync());
        }

        return ([.. calls.Order()], [.. cancels.Order()]);
    }

    private async Task<double> CancelAsync()
    {
        long number = ++_number;
        var noticed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _noticed[number] = noticed;
        using var source = new CancellationTokenSource();
        Task waiting = transfers.WaitAsync(number, source.Token).AsTask();
        await transfers.EchoAsync(_small);      // the call has arrived when this comes back
        long started = Stopwatch.GetTimestamp();
        await source.CancelAsync();
        await noticed.Task;
        double elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        await Task.WhenAny(waiting);
        return elapsed;
    }
}
