using System.Diagnostics;
using RpcWss.Conformance.Processes;

namespace RpcWss.Conformance.Runner;

/// <summary>Runs cases as the command line asks and prints a line for each.</summary>
internal sealed class CaseRunner(CommandLine command, int seed) : IAsyncDisposable
{
    private PeerProcess? _peer;

    /// <summary>Runs them and says how many failed.</summary>
    public async Task<int> RunAsync(IReadOnlyCollection<ConformanceCase> cases)
    {
        int failed = 0;
        foreach (ConformanceCase @case in cases)
        {
            long started = Stopwatch.GetTimestamp();
            string? failure = await RunAsync(@case);
            failed += failure is null ? 0 : 1;
            Console.WriteLine(failure is null
                ? $"ok {@case.Name} {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms"
                : $"FAILED {@case.Name} {failure}");
        }

        Console.WriteLine($"{cases.Count - failed} passed, {failed} failed");
        return failed;
    }

    public async ValueTask DisposeAsync()
    {
        if (_peer is not null)
        {
            await _peer.DisposeAsync();
        }
    }

    // Null when all ways pass; otherwise which way failed, and why.
    private async Task<string?> RunAsync(ConformanceCase @case)
    {
        Wire wires = @case.Wires.HasFlag(Wire.Processes) ? Wire.Processes : @case.Wires.HasFlag(Wire.InMemory) ? Wire.InMemory : Wire.Loopback | Wire.LoopbackTls12;
        foreach (var (wire, direction) in CaseCatalog.WaysOf(@case, wires))
        {
            try
            {
                PeerProcess? peer = wire == Wire.Processes ? _peer ??= await PeerProcess.StartAsync() : null;
                await TimedRun.RunAsync(@case, new CaseSettings(wire, direction, seed, command.Full, peer));
            }
            catch (Exception error)
            {
                return $"({wire}, {direction}) {error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}";
            }
        }

        return null;
    }
}
