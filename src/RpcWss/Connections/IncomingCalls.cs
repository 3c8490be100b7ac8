using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// The calls of the peer that are served here, from the moment that <see cref="CallReceiver"/> accepted one to its STATUS: slots, turns, cancellation, the
/// end. A handler holds its slot until it returns, whatever the peer says meanwhile. Guarded by the connection's gate, which the entry points take.
/// </summary>
internal sealed class IncomingCalls(ConnectionCore core)
{
    private readonly Dictionary<ulong, IncomingCall> _calls = [];
    private readonly Stack<IncomingCall> _pool = new();
    private readonly Queue<IncomingCall> _heldOneWay = new();
    private int _running;
    private int _runningOneWay;

    /// <summary>What the peer may send as one-way calls.</summary>
    public OneWayWindow Window { get; } = new(core.Own.OneWayWindow);

    /// <summary>Takes a slot for another call of the peer; false when all are taken.</summary>
    public bool TryTakeSlot()
    {
        bool isFree = _running < core.Own.MaxUnaryCalls;
        _running += isFree ? 1 : 0;
        return isFree;
    }

    /// <summary>A call of this side has ended while the peer's calls back for it still run: the slot that they shared with it is theirs now.</summary>
    public void ParentEnded(int nestedCalls) => _running += nestedCalls > 0 ? 1 : 0;

    public int Count => _calls.Count;

    /// <summary>How many slots are taken; nested calls share their parent's.</summary>
    public int Running => _running;

    /// <summary>How many one-way calls run, or are held until others have.</summary>
    public int RunningOneWay => _runningOneWay + _heldOneWay.Count;

    public IncomingCall Rent() => _pool.TryPop(out IncomingCall? call) ? call : new IncomingCall(core);

    public IncomingCall? Find(ulong id) => _calls.GetValueOrDefault(id);

    /// <summary>
    /// Takes a call in. It runs when its arguments are complete, its turn has come, and the work queue lets it go: the receive loop sees to that once for all
    /// calls of a message, so that their replies gather too.
    /// </summary>
    public void Accept(IncomingCall call)
    {
        _calls.Add(call.Id, call);
        core.Deadlines.Note(call.Due, call.Started);
        TurnOf(call)?.Add(call);
        call.IsReady = call.Upload is null;
        if (call.IsReady)
        {
            Run(call);
        }
    }

    /// <summary>The arguments that were announced have arrived.</summary>
    public void Completed(IncomingCall call)
    {
        lock (core.Gate)
        {
            if (_calls.GetValueOrDefault(call.Id) == call)
            {
                call.IsReady = true;
                Run(call);
            }
        }
    }

    /// <summary>A handler is done, or a call will not run: answers it and gives its slot to others.</summary>
    public void Finished(IncomingCall call, CallReply reply)
    {
        lock (core.Gate)
        {
            reply = call.Rejection ?? reply;
            core.RequestBudget.Release(call.Upload?.Reservation);
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
                Remove(call);
            }
            else if (reply.Status == RpcStatusCode.OK && call.ResultBytes.Length > SendQueue.MaxInlinePayload)
            {
                call.PendingReply = reply;
                core.Replies.AnnounceResult(call);
            }
            else
            {
                PayloadBuffer? result = reply.Status == RpcStatusCode.OK && call.ResultBytes.Length > 0 ? call.ResultBytes : null;
                core.Replies.WriteStatus(call.Id, reply, result);
                Remove(call);
            }
        }
    }

    /// <summary>The last chunk of a result has left: its STATUS follows. Called under the gate.</summary>
    public void ResultSent(IncomingCall call)
    {
        core.Replies.WriteStatus(call.Id, call.PendingReply, null);
        call.ResultUpload!.Payload.Clear();
        Remove(call);
    }

    /// <summary>The caller grants the result that was announced to it.</summary>
    public void CreditReceived(in CreditFrame frame)
    {
        lock (core.Gate)
        {
            if (Find(frame.Id) is not { ResultUpload: { } upload } call)
            {
                core.DropFrame(FrameKind.Credit);
            }
            else if (frame.Stream != 0 || upload.IsGranted || frame.Bytes != upload.Remaining)
            {
                core.ChargeAbnormalEnd(RpcStatusCode.Internal);
                Reject(call, $"Credit of {frame.Bytes} bytes came for a result of {upload.Remaining}, or came twice.");
            }
            else
            {
                core.Queue.AddBulk(upload);
                core.Writer.FlushSoon();
            }
        }
    }

    /// <summary>The caller gives a call up. A running handler is told and keeps its slot; what has not started, or only has a result to send, ends here.</summary>
    public void CancelReceived(in CancelFrame frame)
    {
        lock (core.Gate)
        {
            if (Find(frame.Id) is { } call)
            {
                Stop(call, CallCancelReason.Caller);
            }
            else
            {
                core.DropFrame(FrameKind.Cancel);
            }
        }
    }

    /// <summary>Stops what is due and says when the next is.</summary>
    public long Expire(long now)
    {
        long next = Deadline.None;
        List<IncomingCall>? due = null;
        foreach (IncomingCall call in _calls.Values)
        {
            if (call.Due <= now)
            {
                (due ??= []).Add(call);
            }
            else
            {
                next = Math.Min(next, call.Due);
            }
        }

        foreach (IncomingCall call in due ?? [])
        {
            call.Due = Deadline.None;
            Stop(call, CallCancelReason.Deadline);
        }

        return next;
    }

    /// <summary>The connection is over: handlers are told, nobody is answered.</summary>
    public void EndAll()
    {
        foreach (IncomingCall call in _calls.Values.ToArray())
        {
            Stop(call, CallCancelReason.ConnectionLost);
        }
    }

    /// <summary>The caller broke the protocol within a call: that one fails, once its handler has returned if it runs. Called under the gate.</summary>
    public void Reject(IncomingCall call, string what)
    {
        call.Rejection ??= new CallReply(RpcStatusCode.Internal, what, NotExecuted: !call.IsReady);
        Stop(call, CallCancelReason.Caller);
    }

    private void Stop(IncomingCall call, CallCancelReason reason)
    {
        call.RequestCancel(reason);
        if (call.ResultUpload is { } result)
        {
            core.Queue.Abandon(result);
            if (!core.IsSilent)
            {
                core.Replies.WriteStatus(call.Id, call.Rejection ?? CallReplies.Cancelled(call, notExecuted: false), null);
            }

            Remove(call);
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
            _heldOneWay.Enqueue(call);
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
        core.Work.Gather(call);
    }

    private void Remove(IncomingCall call)
    {
        _calls.Remove(call.Id);
        if (call.IsOneWay)
        {
            ReleaseOneWay(call);
        }
        else if (core.Calls.Find(call.NestedIn) is >= 0 and int parent)
        {
            _running -= --core.Calls[parent].NestedCalls > 0 ? 1 : 0;
        }
        else
        {
            _running--;
        }

        // An upload that was cut short may still be the receive loop's for a moment.
        bool mayReuse = call.Upload is null or { IsComplete: true } && _pool.Count < core.Own.MaxUnaryCalls && !core.IsSilent;
        if (mayReuse)
        {
            call.Reset();
            _pool.Push(call);
        }
    }

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
            core.Replies.WriteCredit(0, credit);
        }

        if (_heldOneWay.TryDequeue(out IncomingCall? next))
        {
            Begin(next);
            core.Work.Release();
        }
    }

    // A call back runs in the turn of the call that it belongs to.
    private static OrderedTurn? TurnOf(IncomingCall call) => call.Depth > 1 ? null : call.Method.Turn;
}
