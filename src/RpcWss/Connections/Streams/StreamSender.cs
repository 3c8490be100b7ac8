using RpcWss.Protocol;

namespace RpcWss.Connections.Streams;

/// <summary>
/// One stream of a call on its way to the peer: takes encoded items as far as credit and room allow, hands them to the bulk lane, and lets the
/// producer wait. One producer at a time may wait. Guarded by the connection's gate, which the members for producers take.
/// </summary>
internal sealed class StreamSender : BulkSource
{
    private readonly ConnectionCore _core;
    private readonly RpcMethodDescriptor _method;
    private readonly OutgoingItems _items;
    private readonly ItemOverflow? _overflow;
    private readonly ProducerWait _wait;
    private ulong _callId;
    private PayloadBuffer? _pending;                // what the waiting producer holds
    private ReadOnlyMemory<byte> _pendingBytes;
    private bool _isOpen;
    private bool _isComplete;
    private bool _isStopped;

    public StreamSender(ConnectionCore core, RpcMethodDescriptor method, int number, RpcStreamDescriptor descriptor)
    {
        _core = core;
        _method = method;
        Number = number;
        Descriptor = descriptor;
        _items = new OutgoingItems(core);
        _wait = new ProducerWait(core.Work);
        _overflow = descriptor.WhenSlow == RpcSlowConsumer.Wait ? null : new ItemOverflow(method, descriptor, core.Setup.Observer);
    }

    public int Number { get; }

    public RpcStreamDescriptor Descriptor { get; }

    /// <summary>Whether nobody wants more: the call has ended, or the receiver asked to stop. May be read at any time.</summary>
    public bool IsStopped => Volatile.Read(ref _isStopped);

    /// <summary>How many items were dropped because the receiver is slow.</summary>
    public long Dropped => _overflow?.Dropped ?? 0;

    /// <summary>What follows the last of it: a parameter stream's END, or a result's STATUS. Called under the gate, once; not after <see cref="Stop"/>.</summary>
    public Action<StreamSender>? Drained { get; set; }

    /// <summary>What the producer is told when nobody wants more. Called under the gate, once.</summary>
    public Action? Stopped { get; set; }

    public bool IsDrained => _isStopped || (_items.IsEmpty && _overflow is not { Count: > 0 });

    /// <summary>What the peer's window has left.</summary>
    public long CreditLeft => _items.CreditLeft;

    public override long Ready => _isStopped ? 0 : _items.Ready;

    /// <summary>The CALL was written: frames may follow it. Called under the gate.</summary>
    public void Open(ulong callId, long window, long afterBlock)
    {
        _callId = callId;
        _items.Open(window);
        AfterBlock = afterBlock;
        _isOpen = true;
    }

    /// <summary>Takes an item. False: nobody wants it, or any further one. The buffer may be reused once the task has completed.</summary>
    /// <exception cref="RpcException">The item is too large, or the receiver too slow for what the contract says.</exception>
    public ValueTask<bool> WriteAsync(PayloadBuffer item)
    {
        if (_overflow is not null)
        {
            return new ValueTask<bool>(Offer(item));
        }

        lock (_core.Gate)
        {
            RequireAllowed(item.Length);
            if (_isStopped || (TryStage(item) && !_items.HasLarge))
            {
                return new ValueTask<bool>(!_isStopped);
            }

            _pending = !_items.HasLarge ? item : null;
            return _wait.Begin();
        }
    }

    /// <summary>Takes bytes, which need not stay together. False: nobody wants them.</summary>
    public ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        lock (_core.Gate)
        {
            if (_isStopped || TryStage(ref bytes))
            {
                return new ValueTask<bool>(!_isStopped);
            }

            _pendingBytes = bytes;
            return _wait.Begin();
        }
    }

    /// <summary>Takes an item, or drops one, and never waits. False when the stream has ended.</summary>
    /// <exception cref="RpcException">The item is too large, or the receiver too slow for what the contract says.</exception>
    public bool Offer(PayloadBuffer item)
    {
        lock (_core.Gate)
        {
            if (_isStopped || _isComplete)
            {
                return false;
            }

            RequireAllowed(item.Length);
            if (_overflow!.Count > 0 || !MayStageOverflow || item.Length > SendCredit.AlwaysFits || !TryStage(item))
            {
                _overflow.Add(item);
                Resume();
            }

            return true;
        }
    }

    /// <summary>Sends an empty frame: the bytes of a result begin.</summary>
    public void Announce()
    {
        lock (_core.Gate)
        {
            // A caller that offered less learns it from the first bytes.
            if (!_isStopped && _items.CreditLeft >= SendCredit.FrameCost)
            {
                long before = _items.Ready;
                _items.AddEmpty();
                MoreReady(before);
            }
        }
    }

    /// <summary>The producer has no more.</summary>
    public void Complete()
    {
        lock (_core.Gate)
        {
            _isComplete = true;
            FinishIfDrained();
        }
    }

    /// <summary>Nobody wants more: drops what is staged and lets the producer go. Called under the gate.</summary>
    public void Stop()
    {
        if (_isStopped)
        {
            return;
        }

        _core.Queue.Withdraw(Ready);
        Volatile.Write(ref _isStopped, true);
        _items.Clear();
        _overflow?.Clear();
        Drained = null;
        Stopped?.Invoke();
        EndWait();
    }

    /// <summary>The receiver grants more. Called under the gate.</summary>
    /// <exception cref="ProtocolViolationException">More than a window may be.</exception>
    public void AddCredit(long bytes)
    {
        if (_isStopped)
        {
            _core.Idle.Charge();
            return;
        }

        long before = _items.Ready;
        if (!_items.TryAddCredit(bytes))
        {
            ProtocolViolationException.Throw($"The window of stream {Number} of call {_callId} rose to {_items.CreditLeft} bytes; it may not exceed {int.MaxValue}");
        }

        MoreReady(before);
        Resume();
    }

    /// <summary>Credit, or room to send, or the peer's limits have come. Called under the gate.</summary>
    public void Resume()
    {
        while (!_isStopped && _overflow is { Count: > 0 } && MayStageOverflow && TryStage(_overflow.Oldest))
        {
            _overflow.RemoveOldest(keepsBuffer: _items.HasLarge);
        }

        if (_wait.IsWaiting && !_items.HasLarge && _items.WantsMore && (_pending is not null ? TryStagePending() : TryStage(ref _pendingBytes)))
        {
            EndWait();
        }
    }

    public override int Write(Span<byte> destination, int most, out int taken) => _items.Write(destination, _callId, Number, most, out taken);

    public override void Written()
    {
        Resume();
        FinishIfDrained();
    }

    // The latest can take the place of what has not left only while that is not staged.
    private bool MayStageOverflow => Descriptor.WhenSlow != RpcSlowConsumer.LatestOnly || !_items.HasSmall;

    private void RequireAllowed(long length)
    {
        int limit = PayloadLimit.Of(_core.HelloReceived ? _core.Peer.MaxPayload : int.MaxValue, _method);
        if (length > limit)
        {
            throw StreamErrors.ItemTooLarge(_method, length, limit);
        }
    }

    private bool TryStage(PayloadBuffer item)
    {
        long before = _items.Ready;
        bool added = _isOpen && _items.TryAdd(item);
        MoreReady(before);
        return added;
    }

    private bool TryStage(ref ReadOnlyMemory<byte> bytes)
    {
        long before = _items.Ready;
        bool added = _isOpen && _items.TryAdd(ref bytes);
        MoreReady(before);
        return added;
    }

    private bool TryStagePending()
    {
        if (!TryStage(_pending!))
        {
            return false;
        }

        _pending = null;
        return !_items.HasLarge;
    }

    private void MoreReady(long before)
    {
        if (_items.Ready > before)
        {
            _core.Queue.AddBulk(this, _items.Ready - before);
            _core.Writer.FlushSoon(isUrgent: _items.IsPlenty);
        }
    }

    private void FinishIfDrained()
    {
        if (_isComplete && IsDrained && Drained is { } drained)
        {
            Drained = null;
            drained(this);
        }
    }

    private void EndWait()
    {
        _pending = null;
        _pendingBytes = default;
        _wait.End(!_isStopped);
    }
}
