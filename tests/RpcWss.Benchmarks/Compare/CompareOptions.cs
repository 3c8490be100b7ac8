using System.Globalization;
using RpcWss.Benchmarks.Workloads;
using RpcWss.Testing;

namespace RpcWss.Benchmarks.Compare;

/// <summary>What is compared, for how long, and where the results go.</summary>
internal sealed record CompareOptions
{
    /// <summary>What the command line may say.</summary>
    public const string Usage = "[--quick] [--only WORKLOAD,..] [--subjects SUBJECT,..] [--rounds N] [--window MILLISECONDS] [--latency MILLISECONDS] [--out DIRECTORY]";

    public bool Quick { get; init; }

    public Workload[] Workloads { get; init; } = WorkloadCatalog.All;

    public string[] Subjects { get; init; } = Contestants.All;

    public int Rounds { get; init; } = 5;

    /// <summary>How long one measurement takes.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What a round trip takes beside what the computer takes itself.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>How many idle connections are held.</summary>
    public int Connections { get; init; } = 2000;

    public string Out { get; init; } = Path.Combine(Tool.Repository, "artifacts", "benchmarks");

    /// <exception cref="ArgumentException">Something is unknown; the message says what is known.</exception>
    public static CompareOptions Parse(string[] arguments)
    {
        var options = new CompareOptions();
        if (arguments.Contains("--quick"))
        {
            options = options with
            {
                Quick = true,
                Subjects = Contestants.Quick,
                Rounds = 2,
                Window = TimeSpan.FromMilliseconds(200),
                WarmUp = TimeSpan.FromMilliseconds(250),
                Connections = 200,
            };
        }

        var rest = new Queue<string>(arguments.Where(argument => argument != "--quick"));
        while (rest.TryDequeue(out string? option))
        {
            string value = rest.TryDequeue(out string? found) ? found : throw new ArgumentException($"{option} needs a value.");
            options = option switch
            {
                "--only" => options with { Workloads = [.. Chosen(value, [.. WorkloadCatalog.All.Select(workload => workload.Name)]).Select(WorkloadCatalog.Find)] },
                "--subjects" => options with { Subjects = Chosen(value, Contestants.All) },
                "--rounds" => options with { Rounds = Number(value) },
                "--window" => options with { Window = TimeSpan.FromMilliseconds(Number(value)), WarmUp = TimeSpan.FromMilliseconds(Number(value)) },
                "--latency" => options with { Latency = TimeSpan.FromMilliseconds(Number(value)) },
                "--out" => options with { Out = value },
                _ => throw new ArgumentException($"{option} is unknown; there are {Usage}."),
            };
        }

        return options;
    }

    private static int Number(string value) => int.TryParse(value, CultureInfo.InvariantCulture, out int number) ? number : throw new ArgumentException($"{value} is no whole number.");

    // In the order of the report, whatever the order in which they are named; with a star at its end one stands for all that begin so.
    private static string[] Chosen(string value, string[] known)
    {
        string[] asked = value.Split(',');
        string? unknown = asked.FirstOrDefault(name => !known.Any(one => Means(name, one)));
        return unknown is null
            ? [.. known.Where(one => asked.Any(name => Means(name, one)))]
            : throw new ArgumentException($"{unknown} is unknown; there are {string.Join(", ", known)}.");
    }

    private static bool Means(string asked, string known) => asked == known || (asked.EndsWith('*') && known.StartsWith(asked[..^1], StringComparison.Ordinal));
}
