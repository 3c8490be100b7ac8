using System.Globalization;
using System.Text;
using RpcWss.Benchmarks.Workloads;

namespace RpcWss.Benchmarks.Compare.Report;

/// <summary>The results as tables.</summary>
internal static class MarkdownReport
{
    private const string Limit = "limit";
    private const string OneMessage = "one-message";

    public static string Write(Results results)
    {
        var text = new StringBuilder();
        Surroundings where = results.Surroundings;
        CompareOptions options = results.Options;
        text.AppendLine("# Comparison").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{where.At:yyyy-MM-dd HH:mm} UTC, {where.Runtime}, {where.System}, {where.Processors} × {where.Processor}, load {where.Load} at the start.");
        text.AppendLine(CultureInfo.InvariantCulture, $"{options.Rounds} rounds of {options.Window.TotalMilliseconds:0} ms{(options.Quick ? " (quick)" : "")}, one connection over TLS 1.3 on loopback, {LatencyText(options)}.");
        foreach (string note in results.Notes.Concat(results.Failures))
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"**{note}**");
        }

        text.AppendLine();
        foreach (Contestant contestant in results.Contestants)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- `{contestant.Name}`: {contestant.Description}");
        }

        Table(text, results, "Figures", "Medians, in parentheses the least and the most. ↑ more is better, ↓ less is better.", _ => true, Spread);
        Table(text, results, "Beside them", "The second figure of the workloads that have one; medians.", workload => workload.Metric.DetailUnit.Length > 0, Detail, workload => workload.Metric.DetailUnit);
        Ratios(text, results, Limit, "one message for many calls, no serializer, no calls");
        Ratios(text, results, OneMessage, "one message for each call, no serializer, no calls");
        Table(text, results, "Processor time", "Microseconds of client + server for each operation; medians.", workload => workload.CountsCost, Processor, _ => "µs");
        Table(text, results, "Allocation", "Bytes of client + server for each operation; medians.", workload => workload.CountsCost, Allocation, _ => "bytes");
        return text.ToString();
    }

    private static string LatencyText(CompareOptions options) => options.Latency == TimeSpan.Zero
        ? "no latency added"
        : string.Create(CultureInfo.InvariantCulture, $"{options.Latency.TotalMilliseconds:0} ms added to the round trip");

    private static void Ratios(StringBuilder text, Results results, string other, string what)
    {
        if (results.Contestants.Any(contestant => contestant.Name == other))
        {
            Table(text, results, $"Ratios to `{other}`", $"Median by median; `{other}` is {what}.", _ => true, (_, workload, contestant) => Figures.Ratio(results.Ratio(workload, contestant.Name, other)));
        }
    }

    private static void Table(
        StringBuilder text, Results results, string title, string note, Func<Workload, bool> has, Func<Results, Workload, Contestant, string> cell, Func<Workload, string>? unit = null)
    {
        Workload[] workloads = [.. results.Options.Workloads.Where(has)];
        if (workloads.Length == 0)
        {
            return;
        }

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine().AppendLine(note).AppendLine();
        text.Append("| workload | |").AppendJoin('|', results.Contestants.Select(contestant => $" {contestant.Name} ")).AppendLine("|");
        text.Append("|---|---|").AppendJoin('|', results.Contestants.Select(_ => "---:")).AppendLine("|");
        foreach (Workload workload in workloads)
        {
            string what = unit?.Invoke(workload) ?? $"{workload.Metric.Unit} {(workload.Metric.HigherIsBetter ? "↑" : "↓")}";
            text.Append(CultureInfo.InvariantCulture, $"| {workload.Title} | {what} |");
            text.AppendJoin('|', results.Contestants.Select(contestant => $" {cell(results, workload, contestant)} ")).AppendLine("|");
        }
    }

    private static string Spread(Results results, Workload workload, Contestant contestant)
    {
        IReadOnlyList<Measurement> all = results.Of(workload, contestant.Name);
        string cell = results.Cell(workload, contestant);
        return all.Count < 2 ? cell : $"{cell} ({Figures.Text(all.Min(one => one.Value))}–{Figures.Text(all.Max(one => one.Value))})";
    }

    private static string Detail(Results results, Workload workload, Contestant contestant) => Figures.Text(results.Median(workload, contestant.Name, one => one.Detail));

    private static string Processor(Results results, Workload workload, Contestant contestant) =>
        Sum(results, workload, contestant, one => one.ClientMicroseconds, one => one.ServerMicroseconds);

    private static string Allocation(Results results, Workload workload, Contestant contestant) =>
        Sum(results, workload, contestant, one => one.ClientBytes, one => one.ServerBytes);

    private static string Sum(Results results, Workload workload, Contestant contestant, Func<Measurement, double> client, Func<Measurement, double> server)
    {
        double atClient = results.Median(workload, contestant.Name, client), atServer = results.Median(workload, contestant.Name, server);
        return double.IsNaN(atClient) ? "–" : $"{Figures.Text(atClient)} + {Figures.Text(atServer)}";
    }
}
