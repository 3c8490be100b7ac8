namespace RpcWss.Fuzz.Runs;

/// <summary>Watches the managed heap: what is live after a collection must stay within a bound that does not depend on how long the run is.</summary>
internal sealed class MemoryWatch(long budget)
{
    private long _peak;

    /// <summary>The most that the heap had, garbage included, when it was looked at.</summary>
    public long Peak => Volatile.Read(ref _peak);

    /// <exception cref="DefectException">Too much is live.</exception>
    public void Look()
    {
        long held = GC.GetTotalMemory(forceFullCollection: false);
        _peak = Math.Max(_peak, held);
        if (held > budget && GC.GetTotalMemory(forceFullCollection: true) is var live && live > budget)
        {
            throw new DefectException($"{live:N0} bytes of the managed heap are live; the bound is {budget:N0}");
        }
    }
}
