namespace RpcWss.Connections.Streams;

/// <summary>
/// What the streams of one direction may hold beyond their first windows: a part for windows that grow, and a part for announced items, each taken
/// whole or not at all. Guarded by the connection's gate. See <c>docs/protocol.md#receive-budget</c>.
/// </summary>
internal sealed class StreamBudget(long share, RpcLimits limits, TimeProvider time, SmallCalls calls)
{
    private readonly long _maxGrowth = share / 4;

    /// <summary>The part for announced items.</summary>
    public ReceiveBudget Items { get; } = new(share / 4);

    /// <summary>How much windows have grown.</summary>
    public long Growth { get; private set; }

    /// <summary>The window of a stream that begins; it need not be asked for.</summary>
    public int FirstWindow => limits.StreamWindow;

    /// <summary>What windows are worth having.</summary>
    public FairWindows Windows { get; } = new(time, calls);

    /// <summary>Takes memory for a larger window; false when there is not enough.</summary>
    public bool TryGrow(long bytes)
    {
        bool fits = Growth + bytes <= _maxGrowth;
        Growth += fits ? bytes : 0;
        return fits;
    }

    /// <summary>Gives back what a window had grown.</summary>
    public void Shrink(long bytes) => Growth -= bytes;
}
