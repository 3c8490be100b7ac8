using MessagePack;
using RpcWss.Conformance.Runner;

namespace RpcWss.Conformance.Sides;

/// <summary>What is left of a side after a case.</summary>
/// <param name="Leaks">What its connection still held, at rest or closed.</param>
/// <param name="LoggedIds">The event ids of the warnings and errors that it logged.</param>
/// <param name="LoggedLines">Their texts.</param>
[MessagePackObject]
internal sealed record SideReport([property: Key(0)] string[] Leaks, [property: Key(1)] int[] LoggedIds, [property: Key(2)] string[] LoggedLines)
{
    public static SideReport Of(string[] leaks, LogSink log) =>
        new(leaks, [.. log.Lines.Select(line => line.EventId)], [.. log.Lines.Select(line => line.Text)]);

    /// <summary>Fails the case when a side leaked, logged what was neither expected nor possible, or no side logged what was expected.</summary>
    public static void Judge(ConformanceCase judged, params SideReport[] sides)
    {
        foreach (SideReport side in sides)
        {
            Check.That(side.Leaks.Length == 0, $"nothing leaks, but left are: {string.Join("; ", side.Leaks)}");
            for (int index = 0; index < side.LoggedIds.Length; index++)
            {
                Check.That(
                    judged.ExpectedLogs.Contains(side.LoggedIds[index]) || judged.PossibleLogs.Contains(side.LoggedIds[index]),
                    $"no such log line: {side.LoggedLines[index]}");
            }
        }

        foreach (int expected in judged.ExpectedLogs)
        {
            Check.That(sides.Any(side => side.LoggedIds.Contains(expected)), $"the log line {expected}, which this case provokes");
        }
    }
}
