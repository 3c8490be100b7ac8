using System.Diagnostics;

namespace RpcWss.Conformance.Runner;

/// <summary>
/// Waits for counters to come to rest, which nothing announces. A case that passes does not depend on how long that takes; one that fails waits for the
/// whole patience.
/// </summary>
internal static class Settle
{
    private const int Looks = 1000;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    /// <summary>Looks until nothing is left, and returns what was left at the last look.</summary>
    public static async Task<string[]> UntilEmptyAsync(Func<IReadOnlyList<string>> left)
    {
        long started = Stopwatch.GetTimestamp();
        for (int look = 0; ; look++)
        {
            IReadOnlyList<string> found = left();
            if (found.Count == 0 || Stopwatch.GetElapsedTime(started) > _patience)
            {
                return [.. found];
            }

            // Most is at rest within microseconds; what waits for a timer or the network should not be starved by looking.
            if (look < Looks)
            {
                await Task.Yield();
            }
            else
            {
                await Task.Delay(1);
            }
        }
    }

    /// <summary>Waits until a condition holds that nothing announces.</summary>
    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        string[] left = await UntilEmptyAsync(() => condition() ? [] : [what]);
        Check.That(left.Length == 0, what);
    }
}
