namespace RpcWss.Connections;

/// <summary>Deadlines as timestamps of a <see cref="TimeProvider"/>; <see cref="None"/> for no deadline.</summary>
internal static class Deadline
{
    public const long None = long.MaxValue;

    /// <summary>How many timestamps <paramref name="duration"/> takes; <see cref="None"/> for no end, and for one too far to count.</summary>
    public static long Span(TimeProvider time, TimeSpan duration)
    {
        if (duration == Timeout.InfiniteTimeSpan)
        {
            return None;
        }

        double span = duration.TotalSeconds * time.TimestampFrequency;
        return span >= long.MaxValue / 2 ? None : (long)span;
    }

    /// <summary>The moment <paramref name="span"/> after <paramref name="now"/>.</summary>
    public static long After(long now, long span) => span == None ? None : now + span;

    /// <summary>The moment <paramref name="duration"/> after <paramref name="now"/>; one too far to count is none.</summary>
    public static long After(TimeProvider time, long now, TimeSpan duration) => After(now, Span(time, duration));

    /// <summary>As <see cref="After(TimeProvider, long, TimeSpan)"/>, from milliseconds as they come over the wire.</summary>
    public static long AfterMilliseconds(TimeProvider time, long now, ulong milliseconds)
    {
        // Seven weeks; nearly every call's, and without a look at floating point.
        if (milliseconds <= uint.MaxValue)
        {
            return now + (long)(milliseconds * (ulong)time.TimestampFrequency / 1000);
        }

        double span = milliseconds / 1000.0 * time.TimestampFrequency;
        return span >= long.MaxValue / 2 ? None : now + (long)span;
    }

    /// <summary>What is left, in milliseconds rounded up, as it goes over the wire; at least 1 for a deadline still to come.</summary>
    public static ulong RemainingMilliseconds(TimeProvider time, long now, long due)
    {
        if (due <= now)
        {
            return 0;
        }

        ulong left = (ulong)(due - now);
        ulong frequency = (ulong)time.TimestampFrequency;
        return left <= long.MaxValue / 1000
            ? ((left * 1000) + frequency - 1) / frequency
            : (ulong)Math.Max(1, Math.Ceiling(left * 1000.0 / frequency));
    }

    public static TimeSpan Remaining(TimeProvider time, long now, long due) =>
        due <= now ? TimeSpan.Zero : time.GetElapsedTime(now, due);
}
