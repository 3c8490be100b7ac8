using RpcWss.Connections.Streams;
using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>Writes CALL and CANCEL frames into the send queue, numbers calls, and names methods. Guarded by the connection's gate.</summary>
internal sealed class CallWriter(ConnectionCore core)
{
    private int _namedMethods;

    /// <summary>Whether the peer knows this method's number or may still be told it.</summary>
    public bool MayName(OutgoingMethod method) => method.Number >= 0 || _namedMethods < core.Peer.MaxMethodNames;

    /// <summary>Gives the call its id and its slot, and writes its frame. <paramref name="parent"/>: the call being served that this one is nested in.</summary>
    public void WriteCall(PendingCall call, long now, CallScope? parent)
    {
        bool isAnnounced = call.Arguments.Length > SendQueue.MaxInlinePayload;
        int index = TakeId(call, parent, needsSlot: isAnnounced || !call.IsOneWay);

        CallFlags flags = CallFlags.None;
        flags |= call.Due != Deadline.None ? CallFlags.Deadline : 0;
        flags |= call.Metadata.Length > 0 ? CallFlags.Metadata : 0;
        flags |= call.IsOneWay ? CallFlags.OneWay : 0;
        flags |= parent is not null ? CallFlags.Parent : 0;
        flags |= call.Streams?.Receiver(0) is not null ? CallFlags.Credit : 0;
        ReadOnlySpan<byte> name = default;
        if (call.Method.Number < 0)
        {
            call.Method.Number = _namedMethods++;
            name = call.Method.Name;
            flags |= CallFlags.Name;
        }

        WriteFrame(call, flags, name, now, parent?.CallId ?? 0, isAnnounced);
        call.Phase = CallPhase.Sent;
        if (isAnnounced)
        {
            AnnounceArguments(call, index);
        }

        if (call.Streams is { } streams)
        {
            OpenStreams(call, streams);
        }

        core.Idle.CallBegan();
        core.Deadlines.Note(call.Due, now);
        core.Writer.FlushSoon();
    }

    /// <summary>Takes a CALL back that has not left. Not one that names its method: later calls rely on the name.</summary>
    public bool TryTakeBack(PendingCall call) =>
        call.Block is { } block && core.Queue.TryRemove(block, call.BlockSequence, call.FrameOffset, call.FrameLength);

    /// <summary>Writes a CANCEL, behind the CALL wherever that is.</summary>
    public void WriteCancel(PendingCall call, RpcStatusCode status)
    {
        SendBlock block = core.Queue.HasLeft(call.BlockSequence)
            ? core.Queue.OpenControl(CancelFrame.MaxLength)
            : core.Queue.OpenSmall(CancelFrame.MaxLength);
        core.Queue.Wrote(block, CancelFrame.Write(block.GetSpan(), call.Id, (int)status));
        core.Writer.FlushSoon();
    }

    /// <summary>Writes that a parameter stream has ended.</summary>
    public void WriteEnd(ulong callId, int stream, RpcStatusCode code, string? message)
    {
        byte[] text = message is null ? [] : StatusMessage.Encode(message);
        SendBlock block = core.Queue.OpenSmall(EndFrame.MaxLength(text.Length));
        core.Queue.Wrote(block, EndFrame.Write(block.GetSpan(), callId, stream, (int)code, text));
        core.Writer.FlushSoon();
    }

    private void OpenStreams(PendingCall call, CallStreams streams)
    {
        streams.Open(call.Id, core.Peer.StreamWindow, call.BlockSequence);
        call.Pumps.ForEach(core.Work.Post);
    }

    private int TakeId(PendingCall call, CallScope? parent, bool needsSlot)
    {
        call.Depth = parent?.Depth ?? 0;
        if (!needsSlot)
        {
            call.Id = core.Calls.AllocateId();
            return -1;
        }

        int index = core.Calls.Allocate();
        ref CallSlot slot = ref core.Calls[index];
        slot.Call = call.IsOneWay ? null : call;
        slot.IsOneWay = call.IsOneWay;
        slot.IsStreaming = call.Streams is not null;
        slot.Parent = parent;
        slot.Depth = call.Depth;
        call.Id = slot.Id;
        return index;
    }

    private void WriteFrame(PendingCall call, CallFlags flags, ReadOnlySpan<byte> name, long now, ulong parent, bool isAnnounced)
    {
        int inline = isAnnounced ? 0 : (int)call.Arguments.Length;
        ulong deadline = call.Due == Deadline.None ? 0 : Deadline.RemainingMilliseconds(core.Time, now, call.Due);
        ulong hash = call.Method.Descriptor.SignatureHash;
        ulong credit = (ulong)(call.Streams?.Receiver(0)?.Credit.Window ?? 0);
        SendBlock block = core.Queue.OpenSmall(CallFrame.MaxHeaderLength(name.Length, call.Metadata.Length, 0) + inline);
        Span<byte> frame = block.GetSpan();
        int length = isAnnounced
            ? CallFrame.WriteAnnouncedHeader(frame, call.Id, call.Method.Number, flags, deadline, name, hash, call.Metadata, parent, credit, default, (ulong)call.Arguments.Length)
            : CallFrame.WriteHeader(frame, call.Id, call.Method.Number, flags, deadline, name, hash, call.Metadata, parent, credit, default, inline);
        if (!isAnnounced)
        {
            call.Arguments.CopyTo(frame[length..]);
            length += inline;
        }

        call.Block = name.IsEmpty ? block : null;
        call.BlockSequence = block.Sequence;
        call.FrameOffset = block.Length;
        call.FrameLength = length;
        core.Queue.Wrote(block, length);
    }

    private void AnnounceArguments(PendingCall call, int index)
    {
        var upload = new BulkSend(core.Queue, core.BulkSent, call.Id, call.Arguments) { AfterBlock = call.BlockSequence };
        call.Arguments = new PayloadBuffer();
        core.Calls[index].Upload = upload;
        if (upload.Remaining <= core.Peer.MaxUncreditedPayload)
        {
            upload.GrantAll();
        }
    }
}
