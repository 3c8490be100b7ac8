using System.Globalization;
using System.Net;
using System.Text;
using RpcWss.Benchmarks.Workloads;

namespace RpcWss.Benchmarks.Compare.Report;

/// <summary>The medians as bars, each workload on a scale of its own: the longest bar is its largest figure.</summary>
internal static class SvgChart
{
    private const int BarHeight = 13;
    private const int NameWidth = 110;
    private const int BarWidth = 420;
    private const int Width = NameWidth + BarWidth + 180;
    private const int Heading = 34;
    private const int Gap = 12;

    private static readonly string[] _colors = ["#1b6ca8", "#3f97d1", "#7fc0ea", "#4a4a4a", "#9a9a9a", "#c8553d", "#d99a2b", "#5b8c5a", "#8e6bb0"];

    public static string Write(Results results)
    {
        int block = Heading + (results.Contestants.Length * BarHeight) + Gap;
        int height = (results.Options.Workloads.Length * block) + Gap;
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{height}\" viewBox=\"0 0 {Width} {height}\" font-family=\"sans-serif\" font-size=\"11\">");
        svg.AppendLine("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        for (int index = 0; index < results.Options.Workloads.Length; index++)
        {
            Workload(svg, results, results.Options.Workloads[index], Gap + (index * block));
        }

        return svg.AppendLine("</svg>").ToString();
    }

    private static void Workload(StringBuilder svg, Results results, Workload workload, int top)
    {
        string direction = workload.Metric.HigherIsBetter ? "more is better" : "less is better";
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"8\" y=\"{top + 14}\" font-weight=\"bold\">{WebUtility.HtmlEncode(workload.Title.Replace("`", "", StringComparison.Ordinal))}</text>");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"8\" y=\"{top + 27}\" fill=\"#666\">{WebUtility.HtmlEncode(workload.Metric.Unit)}, {direction}</text>");
        double most = results.Contestants.Max(contestant => Finite(results.Median(workload, contestant.Name)));
        for (int index = 0; index < results.Contestants.Length; index++)
        {
            Contestant contestant = results.Contestants[index];
            int y = top + Heading + (index * BarHeight);
            double length = most <= 0 ? 0 : Math.Max(0, Finite(results.Median(workload, contestant.Name)) / most * BarWidth);
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{NameWidth - 6}\" y=\"{y + 10}\" text-anchor=\"end\">{contestant.Name}</text>");
            svg.AppendLine(CultureInfo.InvariantCulture, $"<rect x=\"{NameWidth}\" y=\"{y + 1}\" width=\"{length:0.#}\" height=\"{BarHeight - 2}\" fill=\"{_colors[index % _colors.Length]}\"/>");
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{NameWidth + length + 5:0.#}\" y=\"{y + 10}\">{results.Cell(workload, contestant)}</text>");
        }
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;
}
