namespace RpcWss.Connections;

/// <summary>Deadlines as timestamps of a <see cref="TimeProvider"/>; <see cref="None"/> for no deadline.</summary>
internal static class Deadline
{
    public const long None = long.MaxValue;

    /// <summary>The moment <paramref name="duration"/> after <paramref name="now"/>; one too far to count is none.</summary>
    public static long After(TimeProvider time, long now, TimeSpan duration)
    {
        if (duration == Timeout.InfiniteTimeSpan)
        {
            return None;
        }

        double ticks = duration.TotalSeconds * time.TimestampFrequency;
        return ticks >= long.MaxValue / 2 ? None : now + (long)ticks;
    }

    /// <summary>As <see cref="After"/>, from milliseconds as they come over the wire.</summary>
    public static long AfterMilliseconds(TimeProvider time, long now, ulong milliseconds)
    {
        double ticks = milliseconds / 1000.0 * time.TimestampFrequency;
        return ticks >= long.MaxValue / 2 ? None : now + (long)ticks;
    }

    /// <summary>What is left, in milliseconds rounded up, as it goes over the wire; at least 1 for a deadline still to come.</summary>
    public static ulong RemainingMilliseconds(TimeProvider time, long now, long due) =>
        due <= now ? 0 : (ulong)Math.Max(1, Math.Ceiling((due - now) * 1000.0 / time.TimestampFrequency));

    public static TimeSpan Remaining(TimeProvider time, long now, long due) =>
        due <= now ? TimeSpan.Zero : time.GetElapsedTime(now, due);
}
