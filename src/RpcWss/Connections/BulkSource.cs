namespace RpcWss.Connections;

/// <summary>Something too large, or too long-lived, for the small lane: it takes turns in the bulk lane. Guarded by the connection's gate.</summary>
internal abstract class BulkSource
{
    /// <summary>The block of the small lane that must have left before any of this.</summary>
    public long AfterBlock { get; set; }

    /// <summary>Whether it stands in the lane.</summary>
    public bool IsQueued { get; set; }

    /// <summary>How many bytes it would send now.</summary>
    public abstract long Ready { get; }

    /// <summary>Whether all that is left of it could leave now, and takes no more than that.</summary>
    public virtual bool EndsWithin(int count) => false;

    /// <summary>
    /// Writes whole frames with up to <paramref name="most"/> bytes of what is ready, and returns the length of the frames; <paramref name="taken"/> is how
    /// much less is ready then. 0 when nothing fits.
    /// </summary>
    public abstract int Write(Span<byte> destination, int most, out int taken);

    /// <summary>Follows each turn, when what was written is on its way.</summary>
    public abstract void Written();
}
