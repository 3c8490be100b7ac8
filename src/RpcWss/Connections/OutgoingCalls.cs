using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// The life of this side's calls, from start to outcome: every call ends here, exactly once. <see cref="CallAdmission"/> decides when one may leave,
/// <see cref="CallWriter"/> writes it, <see cref="ResponseReceiver"/> reads what the peer answers. Under the connection's gate, which
/// <see cref="Start"/> and <see cref="Cancel"/> take.
/// </summary>
internal sealed class OutgoingCalls
{
    private readonly ConnectionCore _core;
    private List<PendingCall>? _due;    // made by the first that is late

    public OutgoingCalls(ConnectionCore core)
    {
        _core = core;
        Writer = new CallWriter(core);
        Admission = new CallAdmission(core, Writer);
    }

    public CallAdmission Admission { get; }

    private CallWriter Writer { get; }

    /// <summary>Takes a prepared call. True: a one-way call that was accepted at once and is over for its caller. False: the call completes by itself.</summary>
    public bool Start(PendingCall call)
    {
        if (!call.IsOneWay)
        {
            _core.Handover.Add(call);
            return false;
        }

        lock (_core.Gate)
        {
            _core.Handover.Take();      // what was started before it goes before it
            return Begin(call, _core.Now);
        }
    }

    /// <summary>Admits a started call, refuses it, or has it wait. Under the gate.</summary>
    public bool Begin(PendingCall call, long now)
    {
        call.Begin(now);
        if (call.Phase == CallPhase.Done)
        {
            End(call, call.Outcome);    // cancelled while it was prepared
            return false;
        }

        if (Admission.FindRefusal(call, now) is { } refusal)
        {
            End(call, refusal);
            return false;
        }

        if (Admission.TryAdmitNew(call, now))
        {
            return call.IsOneWay;
        }

        if (call.Options?.FailFast == true)
        {
            End(call, CallErrors.WouldWait(call));
            return false;
        }

        Admission.Wait(call);
        _core.Deadlines.Note(Math.Min(call.Due, Admission.WarningDue(call)), now);
        _core.Setup.Observer?.OutgoingCallWaiting(call.Method.Descriptor);
        return false;
    }

    /// <summary>Ends a call because its caller, or the call that it was made within, gave it up.</summary>
    public void Cancel(PendingCall call, CallEndCause cause)
    {
        lock (_core.Gate)
        {
            _core.Handover.Take();
            GiveUp(call, new CallOutcome { Cause = cause, Status = RpcStatusCode.Cancelled });
        }
    }

    /// <summary>Ends a call on this side, whatever its phase: takes it back where it has not left, tells the peer where it has.</summary>
    public void GiveUp(PendingCall call, CallOutcome outcome)
    {
        switch (call.Phase)
        {
            case CallPhase.Done:
                return;
            case CallPhase.Sent:
                RpcExecution known = Withdraw(call, outcome.Status);
                outcome.Execution = outcome.Execution == RpcExecution.Executed ? RpcExecution.Executed : known;
                break;
            case CallPhase.Waiting:
                Admission.StopWaiting(call);
                outcome.Execution = RpcExecution.NotExecuted;
                break;
            default:
                // Begin ends it, once its caller has prepared it.
                outcome.Execution = RpcExecution.NotExecuted;
                call.Outcome = outcome;
                call.Phase = CallPhase.Done;
                return;
        }

        End(call, outcome);
    }

    /// <summary>The peer's limits have come.</summary>
    public void PeerLimitsKnown()
    {
        long moreWindow = _core.Peer.StreamWindow - ProtocolLimits.Minimum.StreamWindow;
        foreach (ref CallSlot slot in _core.Calls.Slots)
        {
            slot.Call?.Streams?.WindowKnown(moreWindow);
        }

        Admission.PeerLimitsKnown();
    }

    /// <summary>Writes that a parameter stream has ended.</summary>
    public void WriteEnd(ulong callId, int stream, RpcStatusCode code, string? message) => Writer.WriteEnd(callId, stream, code, message);

    /// <summary>The peer broke the protocol within a call: that one fails, its neighbours go on.</summary>
    public void Reject(PendingCall call, string what)
    {
        GiveUp(call, CallErrors.BadResponse(call, what));
        _core.ChargeAbnormalEnd(RpcStatusCode.Internal);
    }

    /// <summary>Hands a call its outcome; the work queue tells the caller.</summary>
    public void End(PendingCall call, CallOutcome outcome)
    {
        call.Streams?.StopSenders();
        call.Phase = CallPhase.Done;
        call.Outcome = outcome;
        _core.Work.Post(call);
    }

    /// <summary>The peer has finished with a call: its slot is free, here and there.</summary>
    public void Release(int index)
    {
        CallSlot slot = _core.Calls[index];
        _core.Calls.Free(index);
        if (slot.Upload is { } upload)
        {
            upload.Abandon();
        }

        _core.Incoming.ParentEnded(slot.NestedCalls);
        Admission.Released(slot);
        _core.Drain?.CallEnded();
    }

    /// <summary>Ends what is due and says when the next is.</summary>
    public long Expire(long now)
    {
        long next = Deadline.None;
        foreach (ref CallSlot slot in _core.Calls.Slots)
        {
            if (slot.Call is { } call)
            {
                NoteDue(call, now, ref next);
            }
        }

        foreach (PendingCall call in Admission.Waiting)
        {
            NoteDue(call, now, ref next);
            next = Math.Min(next, Admission.WarnOfWait(call, now));
        }

        foreach (PendingCall call in _due ?? [])
        {
            GiveUp(call, CallErrors.DeadlineExceeded(call));
        }

        _due?.Clear();
        return next;
    }

    /// <summary>The peer stops serving: ends what waits here and every call beyond <paramref name="lastServed"/>, none of which ran.</summary>
    public void EndUnserved(ulong lastServed, string reason)
    {
        foreach (PendingCall call in Admission.StopAll())
        {
            End(call, CallErrors.ConnectionLost(reason, RpcExecution.NotExecuted, null));
        }

        for (int index = 0; index < _core.Calls.Slots.Length; index++)
        {
            if (_core.Calls[index].Id > lastServed)
            {
                EndSlot(index, reason, RpcExecution.NotExecuted, null);
            }
        }
    }

    /// <summary>The connection is over: ends everything with what is known of each.</summary>
    public void EndAll(string reason, Exception? error)
    {
        EndUnserved(ulong.MaxValue, reason);
        for (int index = 0; index < _core.Calls.Slots.Length; index++)
        {
            ref CallSlot slot = ref _core.Calls[index];
            if (slot.Id != 0)
            {
                // What waits in the send queue must not leave after its caller was told that it did not run.
                RpcExecution execution = slot.Call is { } call && Writer.TryTakeBack(call) ? RpcExecution.NotExecuted
                    : HasResponse(slot.Call, slot) ? RpcExecution.Executed
                    : RpcExecution.Unknown;
                EndSlot(index, reason, execution, error);
            }
        }
    }

    private void EndSlot(int index, string reason, RpcExecution execution, Exception? error)
    {
        CallSlot slot = _core.Calls[index];
        _core.ResponseBudget.Release(slot.Result?.Reservation);
        Release(index);
        if (slot.Call is { } call)
        {
            End(call, CallErrors.ConnectionLost(reason, execution, error));
        }
    }

    // Takes a CALL back that has not left, or follows it with a CANCEL. The slot stays until the peer's STATUS.
    private RpcExecution Withdraw(PendingCall call, RpcStatusCode status)
    {
        call.Streams?.StopSenders();    // nothing follows the CANCEL
        int index = _core.Calls.Find(call.Id);
        if (Writer.TryTakeBack(call))
        {
            Release(index);
            return RpcExecution.NotExecuted;
        }

        ref CallSlot slot = ref _core.Calls[index];
        bool hasResponse = HasResponse(call, slot);
        slot.Call = null;
        if (slot.Upload is { } upload)
        {
            slot.Upload = null;
            upload.Abandon();
        }

        Writer.WriteCancel(call, status);
        return hasResponse ? RpcExecution.Executed : RpcExecution.Unknown;
    }

    private static bool HasResponse(PendingCall? call, in CallSlot slot) =>
        call?.Headers is not null || slot.Result is not null || call?.Streams is { HasBegun: true };

    private void NoteDue(PendingCall call, long now, ref long next)
    {
        if (call.Due <= now)
        {
            (_due ??= []).Add(call);
        }
        else
        {
            next = Math.Min(next, call.Due);
        }
    }
}
