using RpcWss.Connections.Streams;
using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// The calls of the peer that are served here, from the moment that <see cref="CallReceiver"/> accepted one to its STATUS: slots, turns, cancellation, the
/// end. A handler holds its slot until it returns, whatever the peer says meanwhile. Guarded by the connection's gate, which the entry points take.
/// </summary>
internal sealed class IncomingCalls(ConnectionCore core)
{
    private IncomingCallTable _calls = new();
    private Stack<IncomingCall>? _pool;
    private Queue<IncomingCall>? _heldOneWay;
    private CallCounts _running;
    private int _runningOneWay;

    /// <summary>What the peer may send as one-way calls.</summary>
    public OneWayWindow Window { get; } = new(core.Own.OneWayWindow);

    /// <summary>What follows a handler's return.</summary>
    public CallAnswers Answers { get; } = new(core);

    /// <summary>Takes a slot for another call of the peer; false when all are taken.</summary>
    public bool TryTakeSlot(bool isStreaming)
    {
        ref int running = ref _running.Of(isStreaming);
        bool isFree = running < (isStreaming ? core.Own.MaxStreamingCalls : core.Own.MaxUnaryCalls);
        running += isFree ? 1 : 0;
        return isFree;
    }

    /// <summary>A call of this side has ended while the peer's calls back for it still run: the slot that they shared with it is theirs now.</summary>
    public void ParentEnded(CallCounts nestedCalls) => _running.TakeOver(nestedCalls);

    public int Count => _calls.Count;

    /// <summary>How many slots are taken; nested calls share their parent's.</summary>
    public int Running => _running.Total;

    /// <summary>How many one-way calls run, or are held until others have.</summary>
    public int RunningOneWay => _runningOneWay + (_heldOneWay?.Count ?? 0);

    /// <summary>How many calls are kept for the next.</summary>
    public int Kept => _pool?.Count ?? 0;

    public IncomingCall Rent() => Kept > 0 ? _pool!.Pop() : new IncomingCall(core);

    public IncomingCall? Find(ulong id) => _calls.Find(id);

    /// <summary>
    /// Takes a call in. It runs when its arguments are complete, its turn has come, and the work queue lets it go: the receive loop sees to that once for all
    /// calls of a message, so that their replies gather too.
    /// </summary>
    public void Accept(IncomingCall call)
    {
        _calls.Add(call);
        core.Deadlines.Note(call.Due, call.Started);
        TurnOf(call)?.Add(call);
        call.IsReady = call.Upload is null;
        if (call.IsReady)
        {
            Run(call);
        }
    }

    /// <summary>The arguments that were announced have arrived. Under the gate.</summary>
    public void Completed(IncomingCall call)
    {
        if (_calls.Find(call.Id) == call)
        {
            call.IsReady = true;
            Run(call);
        }
    }

    /// <summary>A handler is done, or a call will not run: answers it and gives its slot to others.</summary>
    public void Finished(IncomingCall call, CallReply reply)
    {
        call.PendingReply = reply;
        if (!call.IsOneWay && TurnOf(call) is null)
        {
            core.Handover.Add(call);
            return;
        }

        lock (core.Gate)
        {
            core.Handover.Take();
            Finish(call);
        }
    }

    /// <summary>Answers a call that is done. Under the gate.</summary>
    public void Finish(IncomingCall call)
    {
        CallReply reply = call.Rejection ?? call.PendingReply;
        core.RequestBudget.Release(call.Upload?.Reservation);
        call.Streams?.EndReceivers(StreamErrors.CallEnded(call.Hosted.Descriptor), discard: true);
        call.Streams?.ReleaseReceivers();
        core.Observe(call, reply.Status);
        EndScope(call);
        if (TurnOf(call) is { } turn)
        {
            turn.Finished(call);
            RunNext(turn);
            core.Work.Release();
        }

        if (call.IsOneWay || core.IsSilent)
        {
            call.Streams?.StopSenders();
            Remove(call);
        }
        else
        {
            Answers.Give(call, reply);
        }
    }

    /// <summary>The caller gives a call up. A running handler is told and keeps its slot; what has not started, or only has a result to send, ends here. Under the gate.</summary>
    public void CancelReceived(in CancelFrame frame)
    {
        if (Find(frame.Id) is { } call)
        {
            core.Idle.Charge(call.CancelReason == CallCancelReason.None ? 0 : 1);
            Stop(call, CallCancelReason.Caller);
        }
        else
        {
            core.DropFrame(FrameKind.Cancel);
        }
    }

    /// <summary>Stops what is due and says when the next is.</summary>
    public long Expire(long now)
    {
        long next = Deadline.None;
        foreach (IncomingCall call in _calls.ToList())
        {
            if (call.Due <= now)
            {
                call.Due = Deadline.None;
                Stop(call, CallCancelReason.Deadline);
            }
            else
            {
                next = Math.Min(next, call.Due);
            }
        }

        return next;
    }

    /// <summary>The connection is over: handlers are told, nobody is answered.</summary>
    public void EndAll()
    {
        foreach (IncomingCall call in _calls.ToList())
        {
            Stop(call, CallCancelReason.ConnectionLost);
        }
    }

    /// <summary>The caller broke the protocol within a call: it is charged, and the call fails.</summary>
    public void Fault(IncomingCall call, string what)
    {
        lock (core.Gate)
        {
            core.ChargeAbnormalEnd(RpcStatusCode.Internal);
            Reject(call, new CallReply(RpcStatusCode.Internal, what, NotExecuted: !call.IsReady));
        }
    }

    /// <summary>The call fails with this, once its handler has returned if it runs. Called under the gate.</summary>
    public void Reject(IncomingCall call, CallReply reply)
    {
        call.Rejection ??= reply;
        Stop(call, CallCancelReason.Caller);
    }

    private void Stop(IncomingCall call, CallCancelReason reason)
    {
        call.RequestCancel(reason);
        if (call.Streams is { } streams)
        {
            streams.StopSenders();
            streams.EndReceivers(new OperationCanceledException(call.CancellationToken), discard: true);
        }

        if (call.IsResponding)
        {
            Answers.CutShort(call);
        }
        else if (!call.IsReady)
        {
            // The rest of the arguments is of no use; the turn, or a drainer, answers the call without running it.
            core.RequestBudget.Release(call.Upload?.Reservation);
            call.IsReady = true;
            Run(call);
            core.Work.Release();
        }
    }

    private void Run(IncomingCall call)
    {
        if (TurnOf(call) is { } turn)
        {
            RunNext(turn);
        }
        else if (call.IsOneWay && _runningOneWay >= core.Own.MaxUnaryCalls)
        {
            (_heldOneWay ??= new()).Enqueue(call);
        }
        else
        {
            Begin(call);
        }
    }

    private void RunNext(OrderedTurn turn)
    {
        if (turn.TakeNext() is { } call)
        {
            Begin(call);
        }
    }

    private void Begin(IncomingCall call)
    {
        _runningOneWay += call.IsOneWay ? 1 : 0;
        core.Work.Gather(call, isLong: call.Upload?.Reservation is not null || call.Method.AnswersLarge);
    }

    /// <summary>The call is answered: its slot is free.</summary>
    public void Remove(IncomingCall call)
    {
        _calls.Remove(call);
        if (call.IsOneWay)
        {
            ReleaseOneWay(call);
        }
        else if (core.Calls.Find(call.NestedIn) is >= 0 and int parent)
        {
            ref int nested = ref core.Calls[parent].NestedCalls.Of(call.IsStreaming);
            nested--;
            _running.Of(call.IsStreaming) -= nested > 0 ? 1 : 0;
        }
        else
        {
            _running.Of(call.IsStreaming)--;
        }

        core.Drain?.CallEnded();

        // An upload that was cut short may still be the receive loop's for a moment.
        bool mayReuse = call.Upload is null or { IsComplete: true } && Kept < core.Own.MaxUnaryCalls && !core.IsSilent;
        if (mayReuse)
        {
            call.Reset();
            (_pool ??= new()).Push(call);
        }
    }

    /// <summary>Lets go of what is kept for the next call. No other connection gets it, whose arguments a handler that looks at its own too late would see.</summary>
    public void Rest() => (_calls, _pool) = (_calls.Count == 0 ? new IncomingCallTable() : _calls, null);

    private void EndScope(IncomingCall call)
    {
        if (call.Scope is { } scope)
        {
            scope.End();
            core.Outgoing.Admission.ParentEnded(call.NestedCalls);
        }
    }

    private void ReleaseOneWay(IncomingCall call)
    {
        _runningOneWay--;
        long credit = Window.Release(call.OneWayCost);
        if (credit > 0 && !core.IsSilent)
        {
            core.Replies.WriteCredit(0, 0, credit);
        }

        if (_heldOneWay is not null && _heldOneWay.TryDequeue(out IncomingCall? next))
        {
            Begin(next);
            core.Work.Release();
        }
    }

    // A call back runs in the turn of the call that it belongs to.
    private static OrderedTurn? TurnOf(IncomingCall call) => call.Depth > 1 ? null : call.Method.Turn;
}
