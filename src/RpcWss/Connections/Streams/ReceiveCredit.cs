namespace RpcWss.Connections.Streams;

/// <summary>
/// The receiver's end of a stream's window, as three positions in the stream's cost: granted is never less than received, received never less than
/// consumed. What may be buffered is what lies between the last two. See <c>docs/protocol.md#windows-of-streams</c>.
/// </summary>
internal struct ReceiveCredit(long window)
{
    private const int LeastStep = 1024;

    private long _announcedEnd;
    private long _itemEnd;

    /// <summary>How far the window reaches beyond what has been consumed.</summary>
    public long Window { get; private set; } = window;

    public long Granted { get; private set; } = window;

    public long Received { get; private set; }

    public long Consumed { get; private set; }

    /// <summary>What is held here.</summary>
    public readonly long Buffered => Received - Consumed;

    /// <summary>Counts what arrived; false when the sender had no credit for it.</summary>
    public bool TryReceive(long cost)
    {
        if (cost > Granted - Received)
        {
            return false;
        }

        Received += cost;
        return true;
    }

    /// <summary>An item of that length follows in chunks.</summary>
    public void Announce(long length) => _announcedEnd = Received + length;

    /// <summary>Memory for the whole of the announced item is set aside: the window reaches at least to its end.</summary>
    public void Admit() => _itemEnd = _announcedEnd;

    public void Consume(long cost) => Consumed += cost;

    public void Grow(long by) => Window += by;

    /// <summary>What to grant now; 0 to wait until it is worth a frame.</summary>
    public long Replenish()
    {
        long reach = Consumed + Window;
        long credit = Math.Max(reach, _itemEnd) - Granted;
        if (credit <= 0 || (credit < Window / 8 && _itemEnd <= Granted))
        {
            return 0;
        }

        Granted += credit;
        return credit;
    }

    /// <summary>How much of a window is consumed before it is worth a look: at most half of what a grant is sent for.</summary>
    public static int StepOf(long window) => (int)Math.Max(window / 16, LeastStep);
}
