using RpcWss.Protocol;

namespace RpcWss.Connections.Streams;

/// <summary>
/// One stream of a call on its way in: holds what has arrived until the consumer takes it, and grants the sender as much more as has been consumed. Guarded
/// by the connection's gate; the members for consumers take it.
/// </summary>
internal sealed class StreamReceiver : IReserved
{
    private readonly ConnectionCore _core;
    private readonly RpcMethodDescriptor _method;
    private readonly StreamBudget _budget;
    private readonly long _firstWindow;
    private readonly ReceivedItems _items = new();
    private readonly RoundTrips _roundTrips;
    private ReceiveCredit _credit;
    private int _step;
    private BatchReader? _waiter;
    private ulong _callId;
    private Exception? _error;

    public StreamReceiver(ConnectionCore core, RpcMethodDescriptor method, int number, StreamBudget budget, long window)
    {
        _core = core;
        _method = method;
        Number = number;
        _budget = budget;
        _firstWindow = core.Setup.Limits.StreamWindow;
        _credit = new ReceiveCredit(window);
        _step = ReceiveCredit.StepOf(window);
        _roundTrips = new RoundTrips(budget.Windows, core.Time);
    }

    public int Number { get; }

    /// <summary>How much is consumed before it is worth a look at the sender's window. May be read at any time.</summary>
    public int Step => Volatile.Read(ref _step);

    /// <summary>Whether nobody reads any more: what still arrives is dropped.</summary>
    public bool IsReleased { get; private set; }

    /// <summary>Whether the sender has no more.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether an announced item is not complete.</summary>
    public bool IsIncomplete => _items.IsIncomplete;

    /// <summary>Whether anything has arrived.</summary>
    public bool HasBegun => _credit.Received > 0;

    public ReceiveCredit Credit => _credit;

    /// <summary>Called under the gate, when the call has its id.</summary>
    public void Open(ulong callId) => _callId = callId;

    public StreamFault ItemReceived(in ItemFrame frame)
    {
        if (IsReleased)
        {
            _core.Idle.Charge();
            return StreamFault.None;
        }

        long inline = frame.Payload.Length;
        if (HasEnded || _items.IsIncomplete || !_credit.TryReceive(SendCredit.FrameCost + inline))
        {
            return StreamFault.Violation;
        }

        _budget.Windows.Arrived(SendCredit.FrameCost + inline);
        int limit = PayloadLimit.Of(_core.Own.MaxPayload, _method);
        if (inline > limit || frame.AnnouncedLength > (ulong)limit)
        {
            return StreamFault.TooLarge;
        }

        // Larger only where both ends could have gone on: a sender that waited, and a consumer that does.
        if (frame.HasStalled && _waiter is not null && _items.IsEmpty)
        {
            _roundTrips.Waited(_credit.Window, _credit.Received);
            Replenish();
        }

        if (frame.IsAnnounced)
        {
            Announced((long)frame.AnnouncedLength);
        }
        else
        {
            _items.Add(frame.Payload);
            Wake();
        }

        return StreamFault.None;
    }

    public StreamFault ChunkReceived(ReadOnlySpan<byte> bytes)
    {
        if (IsReleased)
        {
            _core.Idle.Charge();
            return StreamFault.None;
        }

        if (!_items.MayFollow(bytes.Length) || !_credit.TryReceive(bytes.Length))
        {
            return StreamFault.Violation;
        }

        _budget.Windows.Arrived(bytes.Length);
        if (_items.AddChunk(bytes, _budget.Items))
        {
            Wake();
        }
        else if (bytes.Length < IdleFrames.SmallChunk)
        {
            _core.Idle.Charge();
        }

        return StreamFault.None;
    }

    /// <summary>Memory for the whole of the announced item is there. Called under the gate.</summary>
    public void Admitted()
    {
        _credit.Admit();
        Replenish();
    }

    void IReserved.Released()
    {
    }

    /// <summary>
    /// No more will come. With <paramref name="error"/>, that is what the consumer gets behind what has arrived, or at once where it should not get that any more.
    /// </summary>
    public void End(Exception? error, bool discard = false)
    {
        lock (_core.Gate)
        {
            // One that had ended loses what nobody has read: that must not look like its end.
            if (HasEnded && (!discard || _items.IsEmpty))
            {
                return;
            }

            HasEnded = true;
            _error = error;
            _budget.Windows.Remove(_roundTrips);
            _items.Drop(_budget.Items, onlyIncomplete: !discard);

            Wake();
        }
    }

    /// <summary>Gives all memory back: the consumer is done, or the call is over for it.</summary>
    public void Release()
    {
        lock (_core.Gate)
        {
            if (IsReleased)
            {
                return;
            }

            IsReleased = true;
            HasEnded = true;
            _core.Idle.CreditLeft(_credit.Granted - _credit.Received);
            _budget.Windows.Remove(_roundTrips);
            _items.Drop(_budget.Items);
            Resize(_firstWindow);
            Wake();
        }
    }

    /// <summary>Takes what has arrived; null when nothing has.</summary>
    public ReceivedBatch? TakeArrived()
    {
        lock (_core.Gate)
        {
            return _items.Take();
        }
    }

    /// <summary>
    /// Takes what has arrived. True with null: the stream has ended; the error tells how. False: nothing is there, and <paramref name="waiter"/> will be run when
    /// something is.
    /// </summary>
    public bool TryTake(BatchReader waiter, out ReceivedBatch? batch, out Exception? error)
    {
        lock (_core.Gate)
        {
            error = null;
            batch = TakeArrived();
            if (batch is not null)
            {
                return true;
            }

            if (HasEnded)
            {
                Resize(_firstWindow);   // a consumer that knows the end may keep its stream for long
                error = _error;
                return true;
            }

            _waiter = waiter;
            return false;
        }
    }

    /// <summary>Ends the waiting of a consumer that gives up, which is woken for it; nothing happens to one that is being woken already.</summary>
    public void StopWaiting(BatchReader waiter, CancellationToken token)
    {
        lock (_core.Gate)
        {
            if (_waiter == waiter)
            {
                waiter.Cancelled = token;
                Wake();
            }
        }
    }

    /// <summary>The consumer has used up part of a batch; with <paramref name="batch"/> all of it, which is free for others then.</summary>
    public void Consumed(long cost, ReceivedBatch? batch)
    {
        lock (_core.Gate)
        {
            if (batch is not null)
            {
                _budget.Items.Release(batch.Reservation);
                _items.Return(batch);
            }

            if (!IsReleased)
            {
                _credit.Consume(cost);
                if (!HasEnded)
                {
                    Replenish();
                }
            }
        }
    }

    private void Announced(long length)
    {
        _credit.Announce(length);
        long lacking = length - (_credit.Granted - _credit.Received);
        BudgetReservation? reservation = lacking > 0 ? new BudgetReservation(lacking, this) : null;
        _items.Announce(length, reservation);
        if (reservation is not null)
        {
            _budget.Items.Reserve(reservation);
        }
    }

    // What was granted stays granted; a smaller window is one that is replenished later.
    private void Resize(long window)
    {
        long by = Math.Clamp(window, _firstWindow, _core.Setup.Limits.MaxStreamWindow) - _credit.Window;
        if (by < 0)
        {
            _budget.Shrink(-by);
            _credit.Grow(by);
        }
        else if (by > 0 && _budget.TryGrow(by))
        {
            _credit.Grow(by);
        }

        Volatile.Write(ref _step, ReceiveCredit.StepOf(_credit.Window));
    }

    private void Replenish()
    {
        if (_roundTrips.Window is > 0 and long window)
        {
            Resize(window);
        }

        if (_credit.Replenish() is > 0 and long credit && !_core.IsSilent)
        {
            _roundTrips.Granted(_credit.Granted);
            _core.Replies.WriteCredit(_callId, Number, credit);
        }
    }

    private void Wake()
    {
        if (_waiter is { } waiter)
        {
            _waiter = null;
            _core.Work.Wake(waiter);
        }
    }
}
