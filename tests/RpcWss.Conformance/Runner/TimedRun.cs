namespace RpcWss.Conformance.Runner;

/// <summary>Runs a case and gives up on one that hangs: that too is a failure, and must say so.</summary>
internal static class TimedRun
{
    private static readonly TimeSpan _quickLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _fullLimit = TimeSpan.FromMinutes(10);

    public static async Task RunAsync(ConformanceCase @case, CaseSettings settings)
    {
        TimeSpan limit = settings.IsFull ? _fullLimit : _quickLimit;
        Task running = Task.Run(() => @case.RunAsync(settings));
        try
        {
            await running.WaitAsync(limit);
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            throw new CaseFailedException($"The case hangs: it did not end within {limit.TotalSeconds:0} s");
        }
    }
}
