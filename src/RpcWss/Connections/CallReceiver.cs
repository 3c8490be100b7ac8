using RpcWss.Connections.Streams;
using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// Reads the peer's calls: checks each against the protocol and the limits, refuses it by itself or hands it to <see cref="IncomingCalls"/>. Runs on the
/// receive loop alone, which holds the gate, and never runs anybody's code.
/// </summary>
internal sealed class CallReceiver(ConnectionCore core)
{
    private const int MaxDepth = 16;

    private readonly IncomingMethods _methods = new(core);
    private readonly CalleeStreamFrames _streams = new(core);
    private readonly long _longestDeadline = Deadline.Span(core.Time, core.Setup.Limits.MaxDeadline);
    private IncomingCall? _spare;

    /// <summary>The last call that was seen; what GOAWAY tells the peer.</summary>
    public ulong LastId { get; private set; }

    /// <param name="frame">The CALL.</param>
    /// <param name="arrived">When its message came, as a timestamp: from then on its deadline counts.</param>
    public void CallReceived(in CallFrame frame, long arrived)
    {
        CheckId(frame.Id);
        IncomingMethod method = _methods.Resolve(frame);
        bool isOneWay = (frame.Flags & CallFlags.OneWay) != 0;
        long oneWayCost = isOneWay ? OneWayWindow.Cost(frame.Payload.Length, MetadataCodec.SizeOf(frame.Metadata)) : 0;
        if (isOneWay && !core.Incoming.Window.TryReceive(oneWayCost))
        {
            core.DropFrame(FrameKind.Call);
            core.ChargeAbnormalEnd(RpcStatusCode.ResourceExhausted);
            return;
        }

        RpcMetadata? metadata = null;
        CallReply? refusal = FindRefusal(frame, method, ref metadata);
        IncomingCall call = Prepare(frame, arrived, method, metadata, isOneWay, oneWayCost);
        refusal ??= TakeSlot(frame, call);
        if (refusal is { } refused)
        {
            Refuse(call, refused, awaitsCredit: frame.IsAnnounced && frame.AnnouncedLength > (ulong)core.Own.MaxUncreditedPayload);
            return;
        }

        core.Idle.CallBegan();
        call.Upload = frame.IsAnnounced ? Announced(frame) : null;
        if (call.Hosted.Descriptor.IsStreaming)
        {
            call.Streams = CallStreams.ForCallee(core, call.Hosted.Descriptor, call.Id, (long)frame.Credit);
        }
        else if (call.Upload is null)
        {
            core.SmallCalls.Note(call.Started);
        }

        _spare = null;
        core.Incoming.Accept(call);
    }

    public void ChunkReceived(in ChunkFrame frame)
    {
        if (FindOpen(frame.Id, FrameKind.Chunk) is not { } call || _streams.TryChunk(call, frame))
        {
            return;
        }

        if (frame.Stream != 0 || call.Upload is not { } upload || call.IsReady || !upload.TryAppend(frame.Bytes))
        {
            core.Incoming.Fault(call, "A chunk came that was not announced, is empty, or goes beyond the announced length or the credit.");
        }
        else if (upload.IsComplete)
        {
            call.Arguments = upload.Bytes;
            core.Incoming.Completed(call);
        }
        else if (frame.Bytes.Length < IdleFrames.SmallChunk)
        {
            core.Idle.Charge();
        }
    }

    public void ItemReceived(in ItemFrame frame)
    {
        if (FindOpen(frame.Id, FrameKind.Item) is { } call)
        {
            _streams.ItemReceived(call, frame);
        }
    }

    public void EndReceived(in EndFrame frame)
    {
        if (FindOpen(frame.Id, FrameKind.End) is { } call)
        {
            _streams.EndReceived(call, frame);
        }
    }

    /// <summary>The caller grants the result that was announced to it, or more of a stream.</summary>
    public void CreditReceived(in CreditFrame frame)
    {
        if (FindOpen(frame.Id, FrameKind.Credit) is not { } call)
        {
            return;
        }

        if (call.Streams is not null && (frame.Stream > 0 || call.Streams.Sender(0) is not null))
        {
            _streams.CreditReceived(call, frame);
        }
        else
        {
            core.Incoming.Answers.ResultGranted(call, frame);
        }
    }

    /// <summary>A CANCEL of a stream, which the caller of it cannot send.</summary>
    public void StreamStopped(in CancelFrame frame)
    {
        if (FindOpen(frame.Id, FrameKind.Cancel) is { } call)
        {
            core.Incoming.Fault(call, "The caller stops a stream, which only its receiver can; to stop them all it cancels the call.");
        }
    }

    /// <summary>Whether the peer has opened a call with this id, ever.</summary>
    public void RequireOpened(ulong id, FrameKind kind)
    {
        if (id > LastId || id == 0)
        {
            ProtocolViolationException.Throw($"A {kind} frame is for call {id}, which was never opened");
        }
    }

    public void CheckId(ulong id)
    {
        ulong parity = core.Setup.Role == PeerRole.Client ? 0UL : 1UL;
        if ((id & 1) != parity || id <= LastId)
        {
            ProtocolViolationException.Throw($"A CALL has the id {id}; the peer's ids are {(parity == 0 ? "even" : "odd")} and rise, the last was {LastId}");
        }

        LastId = id;
    }

    private IncomingCall? FindOpen(ulong id, FrameKind kind)
    {
        RequireOpened(id, kind);
        IncomingCall? call = core.Incoming.Find(id);
        if (call is null)
        {
            core.DropFrame(kind);
        }

        return call;
    }

    private CallReply? FindRefusal(in CallFrame frame, IncomingMethod method, ref RpcMetadata? metadata)
    {
        if (method.Hosted is null)
        {
            return CallReply.Refused(RpcStatusCode.Unimplemented, $"{method.FullName} is not hosted here.");
        }

        if (method.Hosted.Descriptor.IsStreaming && (frame.Flags & CallFlags.OneWay) != 0)
        {
            return Charged(RpcStatusCode.InvalidArgument, $"{method.FullName} has streams and cannot be called one-way.");
        }

        long length = frame.IsAnnounced ? (long)Math.Min(frame.AnnouncedLength, long.MaxValue) : frame.Payload.Length;
        int limit = PayloadLimit.Of(core.Own.MaxPayload, method.Hosted.Descriptor);
        if (length > limit)
        {
            string option = PayloadLimit.OptionFor(method.Hosted.Descriptor, limit);
            return Charged(RpcStatusCode.ResourceExhausted, $"The arguments of {method.FullName} take {length:N0} bytes; {limit:N0} are accepted ({option}).");
        }

        if (!frame.Metadata.IsEmpty && MetadataCodec.TryDecode(frame.Metadata, core.Own, out metadata) is not MetadataFault.None and var fault)
        {
            return fault is MetadataFault.TooLarge or MetadataFault.TooManyEntries
                ? Charged(RpcStatusCode.ResourceExhausted, $"The metadata of {method.FullName} exceeds {core.Own.MaxMetadataEntries} entries or {core.Own.MaxMetadataBytes:N0} bytes (RpcLimits.MaxMetadataEntries, RpcLimits.MaxMetadataSize).")
                : Charged(RpcStatusCode.InvalidArgument, $"The metadata of {method.FullName} is malformed ({fault}).");
        }

        return (frame.Flags & CallFlags.Deadline) != 0 && frame.DeadlineMs == 0
            ? CallReply.Refused(RpcStatusCode.DeadlineExceeded, $"The deadline of {method.FullName} had passed when the call arrived.")
            : null;
    }

    private IncomingCall Prepare(in CallFrame frame, long arrived, IncomingMethod method, RpcMetadata? metadata, bool isOneWay, long oneWayCost)
    {
        IncomingCall call = _spare ??= core.Incoming.Rent();
        call.Id = frame.Id;
        call.Method = method;
        call.IsOneWay = isOneWay;
        call.OneWayCost = oneWayCost;
        call.RequestMetadata = metadata;
        call.Depth = 1;
        call.NestedIn = 0;
        call.Started = arrived;
        call.Due = DueOf(frame, call.Started);
        call.Arguments.Clear();
        call.Arguments.Write(frame.Payload);
        return call;
    }

    private long DueOf(in CallFrame frame, long now)
    {
        long asked = (frame.Flags & CallFlags.Deadline) != 0 ? Deadline.AfterMilliseconds(core.Time, now, frame.DeadlineMs) : Deadline.None;
        return Math.Min(asked, Deadline.After(now, _longestDeadline));
    }

    // Under the gate. Decides whose slot the call runs in (docs/protocol.md#nested-calls).
    private CallReply? TakeSlot(in CallFrame frame, IncomingCall call)
    {
        if ((frame.Flags & CallFlags.Parent) != 0)
        {
            int index = core.Calls.Find(frame.Parent);
            if (index < 0 || core.Calls[index].Call is null)
            {
                return CallReply.Refused(RpcStatusCode.Cancelled, $"{call.Method.FullName} was called back for a call that is over.");
            }

            ref CallSlot parent = ref core.Calls[index];
            call.Depth = parent.Depth + 2;
            if (parent.Depth >= MaxDepth)
            {
                return Charged(RpcStatusCode.ResourceExhausted, $"{call.Method.FullName} was called back {MaxDepth} calls deep.");
            }

            if (!call.IsOneWay)
            {
                call.NestedIn = frame.Parent;
                ref int nested = ref parent.NestedCalls.Of(call.IsStreaming);
                if (nested++ == 0)
                {
                    return null;
                }

                // Others of the same parent run; one of them all has the parent's slot.
                if (core.Incoming.TryTakeSlot(call.IsStreaming))
                {
                    return null;
                }

                nested--;
            }
        }

        return call.IsOneWay || (call.NestedIn == 0 && core.Incoming.TryTakeSlot(call.IsStreaming)) ? null
            : call.IsStreaming ? Charged(RpcStatusCode.ResourceExhausted, $"{core.Own.MaxStreamingCalls} calls with streams are open already (RpcLimits.MaxStreamingCalls).")
            : Charged(RpcStatusCode.ResourceExhausted, $"{core.Own.MaxUnaryCalls} calls run already (RpcLimits.MaxConcurrentCalls).");
    }

    private IncomingPayload Announced(in CallFrame frame)
    {
        long length = (long)frame.AnnouncedLength;
        return new IncomingPayload(length, length > core.Own.MaxUncreditedPayload ? new PayloadWindow(core, core.RequestBudget, core.RequestStreams.Windows, frame.Id, length) : null);
    }

    private CallReply Charged(RpcStatusCode status, string message)
    {
        core.ChargeAbnormalEnd(status);
        return CallReply.Refused(status, message);
    }

    // Under the gate.
    private void Refuse(IncomingCall call, CallReply reply, bool awaitsCredit)
    {
        if (!call.IsOneWay)
        {
            core.Idle.Charge();
            core.Replies.WriteStatus(call.Id, reply, null);
            return;
        }

        core.DropFrame(FrameKind.Call);
        if (awaitsCredit)
        {
            core.Replies.RefuseUpload(call.Id, reply.Status);
        }

        if (core.Incoming.Window.Release(call.OneWayCost) is > 0 and long credit)
        {
            core.Replies.WriteCredit(0, 0, credit);
        }
    }
}
