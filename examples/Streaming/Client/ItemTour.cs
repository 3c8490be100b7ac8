using Streaming.Contracts;
using Streaming.Server;

namespace Streaming.Client;

/// <summary>Streams of items.</summary>
internal static class ItemTour
{
    public static async Task RunAsync(ISensors sensors, Sensors service, CancellationToken cancellationToken)
    {
        await foreach (double value in sensors.WatchAsync("kitchen", cancellationToken))
        {
            Console.WriteLine($"watched: {value:F1}");
            if (value >= 21)
            {
                break;
            }
        }

        await service.Watched;
        Console.WriteLine("the service's iterator ran its finally");

        double average = await sensors.AverageAsync(MeasureAsync(), cancellationToken);
        Console.WriteLine($"average: {average:F1}");

        await foreach (double value in sensors.SmoothAsync(MeasureAsync(), cancellationToken))
        {
            Console.WriteLine($"smooth: {value:F1}");
        }

        await DisplayAsync(sensors, service);
    }

    private static async IAsyncEnumerable<double> MeasureAsync()
    {
        foreach (double value in (double[])[18, 20, 25])
        {
            yield return value;
            await Task.Yield();
        }
    }

    private static async Task DisplayAsync(ISensors sensors, Sensors service)
    {
        double last = 0;
        int shown = 0;
        await foreach (double value in sensors.DisplayAsync("kitchen"))
        {
            // As slow as can be: not before the service has nothing more to say.
            await service.Displayed;
            last = value;
            shown++;
        }

        Console.WriteLine($"displayed: {(shown < last ? "some of" : "all")} 1 to {last:F0}");
    }
}
