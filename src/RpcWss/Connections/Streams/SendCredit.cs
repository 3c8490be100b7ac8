namespace RpcWss.Connections.Streams;

/// <summary>How an item may leave.</summary>
internal enum ItemPassage : byte
{
    /// <summary>Within the frame that is open, or a frame of its own.</summary>
    Inline,

    /// <summary>Announced, its bytes in chunks: it is too large for a frame, or the receiver must learn what is wanted.</summary>
    Announced,

    /// <summary>Not before there is credit.</summary>
    None,
}

/// <summary>
/// The sender's end of a stream's window: what it may still send. Bytes of items count as they are, and each ITEM frame <see cref="FrameCost"/> more.
/// See <c>docs/protocol.md#windows-of-streams</c>.
/// </summary>
internal struct SendCredit(long window)
{
    /// <summary>What a frame costs beside its payload; it bounds the number of frames.</summary>
    public const int FrameCost = 32;

    /// <summary>Items up to this size wait for credit; the receiver always comes to grant that much. Larger ones are announced.</summary>
    public const int AlwaysFits = 4 * 1024;

    /// <summary>What may still be sent.</summary>
    public long Left { get; private set; } = window;

    /// <summary>What has been sent.</summary>
    public long Spent { get; private set; }

    /// <summary>Whether something had to wait for credit since the last frame began; the next one tells the receiver.</summary>
    public bool HasStalled { get; private set; }

    /// <summary>Decides how an item may leave now.</summary>
    /// <param name="length">Its bytes.</param>
    /// <param name="fitsOpenFrame">Whether a frame with room for it is open.</param>
    /// <param name="largestInline">The most that a frame holds.</param>
    public ItemPassage Decide(long length, bool fitsOpenFrame, int largestInline)
    {
        bool mayInline = length <= largestInline;
        if (mayInline && length + (fitsOpenFrame ? 0 : FrameCost) <= Left)
        {
            return ItemPassage.Inline;
        }

        if ((!mayInline || length > AlwaysFits) && FrameCost <= Left)
        {
            return ItemPassage.Announced;
        }

        HasStalled = true;
        return ItemPassage.None;
    }

    /// <summary>A chunk could not leave for want of credit.</summary>
    public void Stall() => HasStalled = true;

    /// <summary>Begins a frame; true when the sender had stalled before it.</summary>
    public bool BeginFrame()
    {
        bool stalled = HasStalled;
        HasStalled = false;
        Spend(FrameCost);
        return stalled;
    }

    public void Spend(long bytes)
    {
        Left -= bytes;
        Spent += bytes;
    }

    /// <summary>Takes a grant; false when the window rises above what the protocol allows.</summary>
    public bool TryAdd(long bytes)
    {
        Left += bytes;
        return Left <= int.MaxValue;
    }
}
