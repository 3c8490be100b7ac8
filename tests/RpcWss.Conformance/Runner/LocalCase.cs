namespace RpcWss.Conformance.Runner;

/// <summary>A case that makes its connections itself, in memory: to move clocks, to stop or count what passes, or to play a peer by hand.</summary>
internal abstract class LocalCase(string name) : ConformanceCase(name)
{
    public sealed override Wire Wires => Wire.InMemory;

    public sealed override async Task RunAsync(CaseSettings settings)
    {
        await using var run = new LocalRun(settings);
        await RunAsync(run);
        await run.FinishAsync(this);
    }

    protected abstract Task RunAsync(LocalRun run);
}
