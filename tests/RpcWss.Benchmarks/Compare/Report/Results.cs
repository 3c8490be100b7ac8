using RpcWss.Benchmarks.Workloads;

namespace RpcWss.Benchmarks.Compare.Report;

/// <summary>All measurements of a run, and what could not be measured.</summary>
internal sealed class Results(CompareOptions options, Contestant[] contestants, string[] notes)
{
    private readonly Dictionary<(string Workload, string Contestant), List<Measurement>> _measured = [];
    private readonly Dictionary<(string Workload, string Contestant), string?> _closed = [];

    public CompareOptions Options => options;

    public Contestant[] Contestants => contestants;

    public string[] Notes => notes;

    public Surroundings Surroundings { get; } = Surroundings.Now();

    public IEnumerable<string> Failures => _closed
        .Where(closed => closed.Value is not null)
        .Select(closed => $"{closed.Key.Contestant} failed at {closed.Key.Workload}: {closed.Value}");

    public bool HasFailures => Failures.Any();

    public void Add(Workload workload, Contestant contestant, Measurement measurement)
    {
        if (!_measured.TryGetValue((workload.Name, contestant.Name), out List<Measurement>? list))
        {
            _measured.Add((workload.Name, contestant.Name), list = []);
        }

        list.Add(measurement);
    }

    /// <summary>Ends the attempts: with the reason why it failed, or null where the subject has no such thing.</summary>
    public void Close(Workload workload, Contestant contestant, string? failure) => _closed[(workload.Name, contestant.Name)] = failure;

    public bool IsOpen(Workload workload, Contestant contestant) => !_closed.ContainsKey((workload.Name, contestant.Name));

    public IReadOnlyList<Measurement> Of(Workload workload, string contestant) => _measured.TryGetValue((workload.Name, contestant), out List<Measurement>? list) ? list : [];

    /// <summary>The median of a part of the measurements; NaN when there are none.</summary>
    public double Median(Workload workload, string contestant, Func<Measurement, double> part)
    {
        double[] values = [.. Of(workload, contestant).Select(part).Where(double.IsFinite).Order()];
        return values.Length == 0 ? double.NaN : (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }

    public double Median(Workload workload, string contestant) => Median(workload, contestant, measurement => measurement.Value);

    /// <summary>How many times the other's figure it is; NaN where either is missing.</summary>
    public double Ratio(Workload workload, string contestant, string other) => Median(workload, contestant) / Median(workload, other);

    /// <summary>All medians of a workload, to be shown while the run goes on.</summary>
    public string Line(Workload workload) => string.Join("  ", contestants.Select(contestant => $"{contestant.Name} {Cell(workload, contestant)}")) + $"  ({workload.Metric.Unit})";

    /// <summary>A contestant's median, or why there is none.</summary>
    public string Cell(Workload workload, Contestant contestant) =>
        _closed.TryGetValue((workload.Name, contestant.Name), out string? failure)
            ? failure is null ? "–" : "failed"
            : Figures.Text(Median(workload, contestant.Name));
}
