namespace RpcWss.Connections.Streams;

/// <summary>What a stream has ready to leave: frames of small items, then at most one large item in chunks; and the credit for them. Guarded by the connection's gate.</summary>
internal sealed class OutgoingItems(ConnectionCore core)
{
    /// <summary>What one stream may have staged before its producer waits: enough to keep the writer busy, too little to be in anybody's way.</summary>
    private const int MaxStaged = 4 * SendQueue.Quantum;

    private readonly StagedFrames _staged = new();
    private SendCredit _credit;
    private long _grants;
    private LargeItem? _large;

    public bool IsEmpty => _staged.IsEmpty && _large is null;

    /// <summary>Whether an item in chunks has not left completely; nothing can be added then.</summary>
    public bool HasLarge => _large is not null;

    public bool HasSmall => !_staged.IsEmpty;

    /// <summary>Whether a message's worth has gathered.</summary>
    public bool IsPlenty => _staged.Length >= SendQueue.Quantum;

    /// <summary>
    /// Whether so much has left that it is worth waking the producer: not for each message, or threads would change as often. Among others a stream is filled up at
    /// each turn, so that it never misses one.
    /// </summary>
    public bool WantsMore => _staged.Length <= MaxStaged / 2 || core.Queue.IsBulkShared;

    public long CreditLeft => _credit.Left;

    /// <summary>How many bytes, with what their frames cost, could leave now.</summary>
    public long Ready => _staged.Length + (_large?.Ready(_credit.Left) ?? 0);

    // A stream that has nothing staged always may add: nobody else would wake it.
    private bool HasRoom => _staged.IsEmpty || (_staged.Length < MaxStaged && core.Queue.UnsentBulk < core.Setup.Limits.MaxUnsentBytes);

    public void Open(long window) => _credit = new SendCredit(window);

    /// <summary>Takes a grant; false when the window rises above what the protocol allows.</summary>
    public bool TryAddCredit(long bytes)
    {
        core.Idle.ChargeGrant(++_grants, _credit.Spent);
        return _credit.TryAdd(bytes);
    }

    /// <summary>True: the item was copied, or leaves in chunks (<see cref="HasLarge"/>) and stays whose it is until then.</summary>
    public bool TryAdd(PayloadBuffer item)
    {
        // Before the peer's HELLO its limits are not known; what exceeds the least that they can be waits.
        if (_large is not null || !HasRoom || (!core.HelloReceived && item.Length > core.Peer.MaxPayload))
        {
            return false;
        }

        int length = (int)item.Length;
        bool joins = _staged.FitsOpen(length);
        switch (_credit.Decide(length, joins, SendQueue.MaxInlinePayload))
        {
            case ItemPassage.Inline:
                if (!joins)
                {
                    _staged.Begin(_credit.BeginFrame());
                }

                item.CopyTo(_staged.Reserve(length));
                _credit.Spend(length);
                return true;

            case ItemPassage.Announced:
                _large = new LargeItem(item, _credit.BeginFrame());
                return true;

            default:
                return false;
        }
    }

    /// <summary>Takes as many bytes as may leave now; true when none is left.</summary>
    public bool TryAdd(ref ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0 && HasRoom)
        {
            bool joins = _staged.OpenRoom > 0;
            long credit = _credit.Left - (joins ? 0 : SendCredit.FrameCost);
            if (credit <= 0)
            {
                _credit.Stall();
                break;
            }

            if (!joins)
            {
                _staged.Begin(_credit.BeginFrame());
            }

            int count = (int)Math.Min(Math.Min(bytes.Length, _staged.OpenRoom), credit);
            bytes.Span[..count].CopyTo(_staged.Reserve(count));
            _credit.Spend(count);
            bytes = bytes[count..];
        }

        return bytes.IsEmpty;
    }

    /// <summary>Adds a frame without items.</summary>
    public void AddEmpty() => _staged.Begin(_credit.BeginFrame());

    /// <summary>Writes frames; <paramref name="taken"/> is how much less is ready then.</summary>
    public int Write(Span<byte> destination, ulong callId, int stream, int most, out int taken)
    {
        if (!_staged.IsEmpty)
        {
            return _staged.Write(destination, callId, stream, most, out taken);
        }

        taken = 0;
        int written = _large?.Write(destination, callId, stream, most, ref _credit, out taken) ?? 0;
        if (_large is { Left: 0 })
        {
            _large.Release();
            _large = null;
        }

        return written;
    }

    public void Clear()
    {
        _staged.Clear();
        _large?.Release();
        _large = null;
    }
}
