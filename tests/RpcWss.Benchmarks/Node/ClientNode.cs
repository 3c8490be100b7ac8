using System.Text.Json;
using RpcWss.Benchmarks.Workloads;

namespace RpcWss.Benchmarks.Node;

/// <summary>
/// A subject's calling process. Each line of its input is "warm", "measure" or "finish", a workload, and for how many milliseconds; each is answered with a
/// sample on a line.
/// </summary>
internal sealed class ClientNode(Subject subject, ServerAddress server, int connections)
{
    private Session? _session;

    /// <summary>How many connections a workload of connections opens.</summary>
    public int Connections { get; } = connections;

    /// <summary>The connection that workloads share.</summary>
    public async ValueTask<Session> SessionAsync() => _session ??= await ConnectAsync();

    /// <summary>One more connection.</summary>
    public Task<Session> ConnectAsync() => subject.ConnectAsync(server);

    /// <summary>Connects, makes one call and says so: the whole life of a process whose start is measured.</summary>
    public static async Task RunColdAsync(Subject subject, ServerAddress server)
    {
        Session session = await subject.ConnectAsync(server);
        int sum = await session.AddAsync(0, 20, 22);
        Console.WriteLine(sum);
        await session.DisposeAsync();
    }

    public async Task RunAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            string[] words = line.Split(' ');
            Sample sample = await RunAsync(words[0], WorkloadCatalog.Find(words[1]), TimeSpan.FromMilliseconds(int.Parse(words[2])));
            Console.WriteLine(JsonSerializer.Serialize(sample, SampleJson.Default.Sample));
        }

        if (_session is not null)
        {
            await _session.DisposeAsync();
        }
    }

    private async Task<Sample> RunAsync(string verb, Workload workload, TimeSpan window)
    {
        try
        {
            if (verb == "finish")
            {
                await workload.FinishAsync();
                return new Sample();
            }

            if (verb == "warm")
            {
                await workload.WarmAsync(this, window);
                return new Sample();
            }

            Usage before = Usage.Now();
            Sample sample = await workload.RunAsync(this, window);
            Usage after = Usage.Now();
            return sample with
            {
                ClientAllocated = after.Allocated - before.Allocated,
                ClientProcessorMilliseconds = after.ProcessorMilliseconds - before.ProcessorMilliseconds,
            };
        }
        catch (NotSupportedException)
        {
            return new Sample { IsUnsupported = true };
        }
        catch (Exception error)
        {
            // The report shows it in the place of a figure.
            return new Sample { Error = $"{error.GetType().Name}: {error.Message}".ReplaceLineEndings(" ") };
        }
    }
}
