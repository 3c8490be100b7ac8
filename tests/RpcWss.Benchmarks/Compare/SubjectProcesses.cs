using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using RpcWss.Benchmarks.Node;
using RpcWss.Benchmarks.Transfers;
using RpcWss.Benchmarks.Workloads;

namespace RpcWss.Benchmarks.Compare;

/// <summary>A contestant's two processes, and the slow link between them where there is one.</summary>
internal sealed class SubjectProcesses : IAsyncDisposable
{
    // What every subject can do, and has the shared parts of all calls in it.
    private const string FirstWarmUp = "add-64";

    private readonly Contestant _contestant;
    private readonly ChildProcess _server;
    private readonly ChildProcess _client;
    private readonly ShapedLink? _link;
    private readonly string[] _address;
    private readonly HashSet<string> _warmed = [];

    private SubjectProcesses(Contestant contestant, ChildProcess server, ChildProcess client, ShapedLink? link, string[] address)
    {
        _contestant = contestant;
        _server = server;
        _client = client;
        _link = link;
        _address = address;
    }

    /// <summary>What both have used so far.</summary>
    public TimeSpan ProcessorTime => _server.ProcessorTime + _client.ProcessorTime;

    public static async Task<SubjectProcesses> StartAsync(Contestant contestant, CompareOptions options)
    {
        ChildProcess server = ChildProcess.Start(contestant.Program, "serve", contestant.Subject);
        string[] address = (await server.ReadAsync()).Split(' ');
        ShapedLink? link = null;
        if (options.Latency > TimeSpan.Zero)
        {
            link = new ShapedLink(int.Parse(address[0], CultureInfo.InvariantCulture), options.Latency, double.PositiveInfinity);
            address[0] = link.Port.ToString(CultureInfo.InvariantCulture);
        }

        ChildProcess client = ChildProcess.Start(contestant.Program, "call", contestant.Subject, address[0], address[1], options.Connections.ToString(CultureInfo.InvariantCulture));
        return new SubjectProcesses(contestant, server, client, link, address);
    }

    /// <summary>Measures once, after warming up the first time.</summary>
    /// <param name="workload">What is measured.</param>
    /// <param name="options">For how long.</param>
    /// <param name="quiet">What new processes wait for, and workloads of which single calls count.</param>
    /// <exception cref="NotSupportedException">The subject cannot do it.</exception>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<Measurement> MeasureAsync(Workload workload, CompareOptions options, Quiet quiet)
    {
        if (workload.StartsClient)
        {
            if (_warmed.Add(workload.Name))
            {
                // Or the first would find a server that has served nobody, and files that are not in memory.
                await StartColdAsync();
            }

            return Measurement.Of(workload, await StartColdAsync(), default, default);
        }

        if (_warmed.Count == 0 && !workload.NeedsFreshProcesses)
        {
            // Or the first workload would measure code that is not compiled as it will be.
            await AskAsync("warm", WorkloadCatalog.Find(FirstWarmUp), 2 * options.WarmUp);
            await quiet.WaitAsync();
        }

        if (_warmed.Add(workload.Name))
        {
            await AskAsync("warm", workload, options.WarmUp);
        }

        if (workload.NeedsQuiet)
        {
            await quiet.WaitAsync();
        }

        Usage before = await LookAsync(workload);
        Sample sample = await AskAsync("measure", workload, options.Window);
        Usage after = await LookAsync(workload);
        await AskAsync("finish", workload, TimeSpan.Zero);
        return Measurement.Of(workload, sample, before, after);
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _server.DisposeAsync();
        if (_link is not null)
        {
            await _link.DisposeAsync();
        }
    }

    private async Task<Usage> LookAsync(Workload workload) => Usage.Parse(await _server.AskAsync(workload.NeedsFreshProcesses ? "rest" : "now"));

    private async Task<Sample> AskAsync(string verb, Workload workload, TimeSpan window)
    {
        string answer = await _client.AskAsync(string.Create(CultureInfo.InvariantCulture, $"{verb} {workload.Name} {(int)window.TotalMilliseconds}"));
        Sample sample = JsonSerializer.Deserialize(answer, SampleJson.Default.Sample)!;
        if (sample.IsUnsupported)
        {
            throw new NotSupportedException();
        }

        return sample.Error is null ? sample : throw new InvalidOperationException(sample.Error);
    }

    private async Task<Sample> StartColdAsync()
    {
        long started = Stopwatch.GetTimestamp();
        await using ChildProcess client = ChildProcess.Start(_contestant.Starter, "cold", _contestant.Subject, _address[0], _address[1]);
        await client.ReadAsync();
        return new Sample { Operations = 1, Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds };
    }
}
