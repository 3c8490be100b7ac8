using RpcWss;
using Streaming.Contracts;

namespace Streaming.Client;

/// <summary>Streams that do not get to their end.</summary>
internal static class FailureTour
{
    public static async Task RunAsync(ISensors sensors, CancellationToken cancellationToken)
    {
        int count = 0;
        try
        {
            await foreach (double value in sensors.WatchAsync("broken", cancellationToken))
            {
                count++;
            }
        }
        catch (RpcException error)
        {
            Console.WriteLine($"after {count} values: {error.StatusCode}: {error.Message}");
        }

        try
        {
            await sensors.AverageAsync(FailAsync(), cancellationToken);
        }
        catch (RpcException error)
        {
            Console.WriteLine($"the caller's stream: {error.StatusCode}, because of {error.InnerException?.Message}");
        }

        await CaptureAsync(sensors);
        await EndByTimeAsync(sensors);
        await EndByTokenAsync(sensors);
    }

    private static async IAsyncEnumerable<double> FailAsync()
    {
        yield return 18;
        await Task.Yield();
        throw new FormatException("a value that is none");
    }

    private static async Task CaptureAsync(ISensors sensors)
    {
        try
        {
            await foreach (byte[] picture in sensors.CaptureAsync("camera"))
            {
                Console.WriteLine($"captured: {picture.Length} bytes");
            }
        }
        catch (RpcException error)
        {
            Console.WriteLine($"captured no more: {error.StatusCode}");
        }
    }

    private static async Task EndByTimeAsync(ISensors sensors)
    {
        ISensors briefly = sensors.With(new RpcCallOptions { Deadline = TimeSpan.FromMilliseconds(200) });
        try
        {
            await foreach (double value in briefly.WatchAsync("kitchen"))
            {
            }
        }
        catch (RpcException error)
        {
            Console.WriteLine($"watched for a while: {error.StatusCode}");
        }
    }

    private static async Task EndByTokenAsync(ISensors sensors)
    {
        using var enough = new CancellationTokenSource();
        try
        {
            await foreach (double value in sensors.WatchAsync("kitchen").WithCancellation(enough.Token))
            {
                enough.Cancel();
            }
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("watched no more: cancelled");
        }
    }
}
