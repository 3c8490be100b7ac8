using System.Diagnostics;
using RpcWss.Benchmarks.Compare.Report;
using RpcWss.Benchmarks.Workloads;

namespace RpcWss.Benchmarks.Compare;

/// <summary>
/// Runs every workload against every contestant, in rounds: within one each has its turn, in an order that moves on from round to round, so that what the
/// computer does beside it strikes all of them.
/// </summary>
internal sealed class ComparisonRun : IAsyncDisposable
{
    private readonly CompareOptions _options;
    private readonly Dictionary<string, SubjectProcesses> _processes = [];
    private readonly Quiet _quiet;
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    private ComparisonRun(CompareOptions options)
    {
        _options = options;
        _quiet = new Quiet(_processes.Values);
    }

    public static async Task<int> RunAsync(string[] arguments)
    {
        CompareOptions options;
        try
        {
            options = CompareOptions.Parse(arguments);
        }
        catch (ArgumentException error)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }

        await using var run = new ComparisonRun(options);
        Results results = await run.MeasureAsync();
        ReportFiles.Write(results, options);
        return results.HasFailures ? 1 : 0;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (SubjectProcesses processes in _processes.Values)
        {
            await processes.DisposeAsync();
        }
    }

    private async Task<Results> MeasureAsync()
    {
        var (contestants, notes) = await Contestants.FindAsync(_options.Subjects);
        var results = new Results(_options, contestants, notes);
        for (int number = 0; number < _options.Workloads.Length; number++)
        {
            Workload workload = _options.Workloads[number];
            // New processes for each, and large payloads, take most of a quick run's time.
            int rounds = _options.Quick && (workload.NeedsFreshProcesses || workload.TakesLong) ? 1 : _options.Rounds;
            for (int round = 0; round < rounds; round++)
            {
                for (int turn = 0; turn < contestants.Length; turn++)
                {
                    Contestant contestant = contestants[(turn + round) % contestants.Length];
                    if (results.IsOpen(workload, contestant))
                    {
                        await MeasureAsync(workload, contestant, results);
                    }
                }
            }

            Console.Error.WriteLine($"{_clock.Elapsed:mm\\:ss} {number + 1}/{_options.Workloads.Length} {workload.Name}: {results.Line(workload)}");
        }

        return results;
    }

    private async Task MeasureAsync(Workload workload, Contestant contestant, Results results)
    {
        try
        {
            if (workload.NeedsFreshProcesses)
            {
                await using SubjectProcesses fresh = await SubjectProcesses.StartAsync(contestant, _options);
                results.Add(workload, contestant, await fresh.MeasureAsync(workload, _options, _quiet));
            }
            else
            {
                results.Add(workload, contestant, await (await ProcessesAsync(contestant)).MeasureAsync(workload, _options, _quiet));
            }
        }
        catch (NotSupportedException)
        {
            results.Close(workload, contestant, null);
        }
        catch (Exception error) when (error is InvalidOperationException or TimeoutException or IOException)
        {
            results.Close(workload, contestant, error.Message);
            if (_processes.Remove(contestant.Name, out SubjectProcesses? broken))
            {
                // The next workload gets new ones: a failure is this workload's alone.
                await broken.DisposeAsync();
            }
        }
    }

    private async Task<SubjectProcesses> ProcessesAsync(Contestant contestant)
    {
        if (!_processes.TryGetValue(contestant.Name, out SubjectProcesses? processes))
        {
            _processes.Add(contestant.Name, processes = await SubjectProcesses.StartAsync(contestant, _options));
        }

        return processes;
    }
}
