using System.Globalization;

namespace RpcWss.Fuzz.Floods;

/// <summary>How a flood ended.</summary>
/// <param name="HasEnded">Whether the connection ended, rather than the flooder's patience.</param>
/// <param name="Sent">How much had been handed to the network by then: frames, or fragments.</param>
/// <param name="Elapsed">How long that took.</param>
/// <param name="Said">The close code and reason, as far as the flooder learned them.</param>
internal sealed record FloodEnd(bool HasEnded, long Sent, TimeSpan Elapsed, string Said)
{
    /// <summary>As one line, without what was said, for the process that measures.</summary>
    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{HasEnded} {Sent} {Elapsed.Ticks}");

    public static FloodEnd Parse(string line)
    {
        string[] parts = line.Split(' ');
        return new FloodEnd(
            bool.Parse(parts[0]),
            long.Parse(parts[1], CultureInfo.InvariantCulture),
            TimeSpan.FromTicks(long.Parse(parts[2], CultureInfo.InvariantCulture)),
            "");
    }
}
