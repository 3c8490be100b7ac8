using System.Text.Json;
using System.Text.Json.Serialization;

namespace RpcWss.Benchmarks.Compare.Report;

/// <summary>Every measurement, for programs.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static string Write(Results results) => JsonSerializer.Serialize(
        new
        {
            results.Surroundings,
            results.Options.Quick,
            results.Options.Rounds,
            WindowMilliseconds = results.Options.Window.TotalMilliseconds,
            LatencyMilliseconds = results.Options.Latency.TotalMilliseconds,
            results.Options.Connections,
            Notes = results.Notes.Concat(results.Failures),
            Workloads = results.Options.Workloads.Select(workload => new
            {
                workload.Name,
                workload.Title,
                workload.Metric,
                Subjects = results.Contestants.Select(contestant => new
                {
                    contestant.Name,
                    contestant.Description,
                    Median = results.Median(workload, contestant.Name),
                    Measurements = results.Of(workload, contestant.Name),
                }),
            }),
        },
        _options);
}
