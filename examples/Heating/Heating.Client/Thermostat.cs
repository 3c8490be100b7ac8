using Heating.Contracts;

namespace Heating.Client;

internal sealed class Thermostat : IThermostat
{
    private readonly TaskCompletionSource _shown = new();

    // Completes when the first text was shown.
    public Task Shown => _shown.Task;

    public ValueTask<double> GetTargetAsync(string room, CancellationToken cancellationToken) => new(room == "bathroom" ? 23 : 20);

    public ValueTask ShowAsync(string text)
    {
        Console.WriteLine($"display: {text}");
        _shown.TrySetResult();
        return default;
    }

    public async IAsyncEnumerable<Reading> MeasureAsync()
    {
        for (double celsius = 19.5; celsius <= 20; celsius += 0.5)
        {
            yield return new Reading("kitchen", celsius);
            await Task.Yield();
        }
    }
}
