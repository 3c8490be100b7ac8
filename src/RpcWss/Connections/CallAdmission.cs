using RpcWss.Diagnostics;
using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// Decides when a call may leave: under the peer's limit of running calls, in its parent's slot, within the one-way window, and while there is room in the
/// send queue. What may not leave waits in the order of its arrival, until its deadline. Guarded by the connection's gate.
/// </summary>
internal sealed class CallAdmission(ConnectionCore core, CallWriter writer)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    // Calls back have a list of their own: what they wait for may be held by those that wait before them.
    private readonly WaitingCalls _nested = new();
    private readonly WaitingCalls _unary = new();
    private readonly WaitingCalls _streaming = new();
    private readonly WaitingCalls _oneWay = new();
    private bool _warned;
    private CallCounts _running;
    private long _oneWayCredit = ProtocolLimits.Minimum.OneWayWindow;
    private long _oneWaySent;
    private long _oneWayGrants;

    /// <summary>How many slots of the peer the calls of this side hold, nested ones not counted.</summary>
    public int Running => _running.Total;

    /// <summary>How many bytes of one-way calls may still leave.</summary>
    public long OneWayCredit => _oneWayCredit;

    /// <summary>The calls that wait.</summary>
    public IEnumerable<PendingCall> Waiting => _nested.Concat(_unary).Concat(_streaming).Concat(_oneWay);

    /// <summary>What makes a call hopeless from the start; null when nothing does.</summary>
    public CallOutcome? FindRefusal(PendingCall call, long now)
    {
        if (core.NoNewCalls is { } reason)
        {
            return CallErrors.ConnectionLost(reason, RpcExecution.NotExecuted, core.End?.Error);
        }

        if (call.Due <= now)
        {
            return CallErrors.DeadlineExceeded(call);
        }

        if (!core.HelloReceived)
        {
            return null;
        }

        int limit = PayloadLimit.Of(core.Peer.MaxPayload, call.Method.Descriptor);
        if (call.Arguments.Length > limit)
        {
            return CallErrors.PayloadTooLarge(call, limit);
        }

        if (call.MetadataSize > core.Peer.MaxMetadataBytes || call.MetadataEntries > core.Peer.MaxMetadataEntries)
        {
            return CallErrors.MetadataTooLarge(call, core.Peer);
        }

        return writer.MayName(call.Method) ? null : CallErrors.TooManyMethods(core.Peer.MaxMethodNames);
    }

    /// <summary>Sends a new call if it may leave now and no earlier one waits. A nested call has a slot of its own to look to.</summary>
    public bool TryAdmitNew(PendingCall call, long now) =>
        (ListOf(call).First is null || IsNested(call)) && TryAdmit(call, now);

    public void Wait(PendingCall call)
    {
        call.Phase = CallPhase.Waiting;
        call.WaitsIn = ListOf(call);
        call.WaitsIn.Add(call);
    }

    public void StopWaiting(PendingCall call) => call.WaitsIn!.Remove(call);

    /// <summary>When somebody should be told that calls wait here; none when they have been.</summary>
    public long WarningDue(PendingCall call) => _warned ? Deadline.None : Deadline.After(core.Time, call.Started, _patience);

    /// <summary>Tells that calls wait here, once for each time that they begin to. Returns when to look again.</summary>
    public long WarnOfWait(PendingCall call, long now)
    {
        long due = WarningDue(call);
        if (due > now)
        {
            return due;
        }

        _warned = true;
        string method = call.Method.Descriptor.FullName;
        ThreadPool.UnsafeQueueUserWorkItem(state => ConnectionLog.CallsWait(core.Setup.Logger, state, _patience.TotalSeconds), method, preferLocal: false);
        return Deadline.None;
    }

    /// <summary>Takes all waiting calls off their lists.</summary>
    public List<PendingCall> StopAll()
    {
        List<PendingCall> calls = [.. Waiting];
        calls.ForEach(StopWaiting);
        return calls;
    }

    /// <summary>A call's slot at the peer became free.</summary>
    public void Released(in CallSlot slot)
    {
        if (slot.Parent is { Call: not null } parent)
        {
            ref int nested = ref parent.Call.NestedCalls.Of(slot.IsStreaming);
            nested--;
            _running.Of(slot.IsStreaming) -= nested > 0 ? 1 : 0;
        }
        else if (!slot.IsOneWay)
        {
            _running.Of(slot.IsStreaming)--;
        }

        AdmitWaiting();
    }

    /// <summary>A handler has returned while its calls back still run: the slot that they shared with it is theirs now.</summary>
    public void ParentEnded(CallCounts nestedCalls) => _running.TakeOver(nestedCalls);

    /// <summary>Sends what may go now: a call ended, bytes left, or credit came.</summary>
    public void AdmitWaiting()
    {
        if ((_nested.First ?? _unary.First ?? _streaming.First ?? _oneWay.First) is null || core.NoNewCalls is not null)
        {
            _warned = false;
            return;
        }

        long now = core.Now;
        foreach (PendingCall call in _nested)
        {
            TryAdmitWaiting(call, now);
        }

        AdmitInOrder(_unary, now);
        AdmitInOrder(_streaming, now);
        while (_oneWay.First is { } call && TryAdmitWaiting(call, now))
        {
            core.Outgoing.End(call, CallOutcome.Success);
        }
    }

    /// <summary>The peer grants more one-way calls. Called under the gate.</summary>
    public void OneWayGranted(long bytes)
    {
        core.Idle.ChargeGrant(++_oneWayGrants, _oneWaySent);
        AddOneWayCredit(bytes);
    }

    public void AddOneWayCredit(long bytes)
    {
        _oneWayCredit += bytes;
        if (_oneWayCredit > int.MaxValue)
        {
            ProtocolViolationException.Throw($"The credit for one-way calls rose to {_oneWayCredit} bytes; it may not exceed {int.MaxValue}");
        }

        AdmitWaiting();
    }

    /// <summary>The peer's HELLO arrived: its real limits replace the minimum.</summary>
    public void PeerLimitsKnown()
    {
        foreach (PendingCall call in Waiting.ToArray())
        {
            if (FindRefusal(call, core.Now) is { } refusal)
            {
                core.Outgoing.GiveUp(call, refusal);
            }
        }

        AddOneWayCredit(core.Peer.OneWayWindow - ProtocolLimits.Minimum.OneWayWindow);
    }

    // Made on this connection by the handler of a call that the peer waits for.
    private bool IsNested(PendingCall call) => !call.IsOneWay && call.Scope is { Call: not null } scope && scope.Core == core;

    private WaitingCalls ListOf(PendingCall call) =>
        IsNested(call) ? _nested : call.IsOneWay ? _oneWay : call.Streams is not null ? _streaming : _unary;

    private void AdmitInOrder(WaitingCalls calls, long now)
    {
        while (calls.First is { } call && TryAdmitWaiting(call, now))
        {
        }
    }

    // One that cannot go keeps its place.
    private bool TryAdmitWaiting(PendingCall call, long now)
    {
        if (!TryAdmit(call, now))
        {
            return false;
        }

        StopWaiting(call);
        return true;
    }

    private bool IsBeyondMinimum(PendingCall call) =>
        call.Arguments.Length > PayloadLimit.Of(core.Peer.MaxPayload, call.Method.Descriptor)
        || call.MetadataSize > core.Peer.MaxMetadataBytes
        || call.MetadataEntries > core.Peer.MaxMetadataEntries
        || !writer.MayName(call.Method);

    private bool TryAdmit(PendingCall call, long now)
    {
        if ((!core.HelloReceived && IsBeyondMinimum(call)) || core.Queue.UnsentBytes >= core.Setup.Limits.MaxUnsentBytes)
        {
            return false;
        }

        if (call.IsOneWay)
        {
            long cost = call.OneWayCost;
            if (cost > _oneWayCredit)
            {
                return false;
            }

            _oneWayCredit -= cost;
            _oneWaySent += cost;
            writer.WriteCall(call, now, parent: null);
            call.Phase = CallPhase.Done;
            return true;
        }

        // n calls back for one call take n - 1 slots and the one that their parent holds, on both sides alike, or they and their parents could wait for
        // each other for ever (docs/protocol.md#nested-calls).
        CallScope? parent = IsNested(call) ? call.Scope : null;
        bool isStreaming = call.Streams is not null;
        if (parent?.Call is not { } serving || serving.NestedCalls.Of(isStreaming) > 0)
        {
            if (_running.Of(isStreaming) >= (isStreaming ? core.Peer.MaxStreamingCalls : core.Peer.MaxUnaryCalls))
            {
                return false;
            }

            _running.Of(isStreaming)++;
        }

        if (parent?.Call is { } served)
        {
            served.NestedCalls.Of(isStreaming)++;
        }

        writer.WriteCall(call, now, parent);
        return true;
    }
}
