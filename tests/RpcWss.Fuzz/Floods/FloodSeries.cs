namespace RpcWss.Fuzz.Floods;

/// <summary>Some floods of one kind, one after the other, and what their neighbours noticed.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="AllEnded">Whether each had its connection closed.</param>
/// <param name="Frames">How many frames the middle one sent.</param>
/// <param name="Milliseconds">How long it lasted.</param>
/// <param name="Percentile99">What 99 of 100 calls of the neighbours took at most meanwhile, in milliseconds.</param>
internal sealed record FloodSeries(int Count, bool AllEnded, long Frames, long Milliseconds, double Percentile99)
{
    /// <summary>Reads what the flooding process tells of each.</summary>
    public static FloodSeries Parse(string[] lines, TimeSpan percentile99)
    {
        FloodEnd[] floods = [.. lines.Select(FloodEnd.Parse)];
        return new FloodSeries(
            floods.Length,
            Array.TrueForAll(floods, flood => flood.HasEnded),
            Middle(floods, flood => flood.Sent),
            Middle(floods, flood => (long)flood.Elapsed.TotalMilliseconds),
            percentile99.TotalMilliseconds);
    }

    private static long Middle(FloodEnd[] floods, Func<FloodEnd, long> value)
    {
        long[] values = [.. floods.Select(value).Order()];
        return values.Length == 0 ? 0 : values[values.Length / 2];
    }
}
