using System.Globalization;

namespace RpcWss.Benchmarks.Compare.Report;

/// <summary>Figures as text: three digits or so, since no more of them mean anything.</summary>
internal static class Figures
{
    public static string Text(double value) => double.IsNaN(value)
        ? "–"
        : Math.Abs(value) switch
        {
            >= 999_500 => Format(value / 1e6, "0.00 M"),
            >= 99_950 => Format(value / 1e3, "0 k"),
            >= 9_995 => Format(value / 1e3, "0.0 k"),
            >= 99.5 => Format(value, "0"),
            >= 9.95 => Format(value, "0.0"),
            _ => Format(value, "0.00"),
        };

    public static string Ratio(double value) => double.IsNaN(value) ? "–" : Format(value, value >= 9.95 ? "0.0×" : value >= 0.095 ? "0.00×" : "0.000×");

    private static string Format(double value, string format) => value.ToString(format.Replace(" M", " 'M'").Replace(" k", " 'k'"), CultureInfo.InvariantCulture);
}
