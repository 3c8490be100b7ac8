using RpcWss.Connections.Streams;
using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// Reads what the peer answers to this side's calls. Runs on the receive loop alone, which holds the gate: it copies bytes and hands calls to the work queue, it neither decodes
/// results nor runs anybody's code. A frame for a call that is over is dropped and counted.
/// </summary>
internal sealed class ResponseReceiver(ConnectionCore core)
{
    private readonly CallerStreamFrames _streams = new(core);

    public void StatusReceived(in StatusFrame frame)
    {
        RpcMetadata? trailers = null;
        MetadataFault fault = MetadataFault.None;
        if ((frame.Flags & StatusFlags.Trailers) != 0)
        {
            fault = MetadataCodec.TryDecode(frame.Trailers, core.Own, out trailers);
        }

        int index = Find(frame.Id, FrameKind.Status);
        if (index < 0)
        {
            return;
        }

        PendingCall? call = core.Calls[index].Call;
        IncomingPayload? result = core.Calls[index].Result;
        core.Outgoing.Release(index);
        if (call is null)
        {
            core.ResponseBudget.Release(result?.Reservation);
            return;
        }

        if (call.Streams is null && result is null)
        {
            core.SmallCalls.Note(call.Started);
        }

        call.Streams?.StopSenders();
        call.Phase = CallPhase.Done;
        call.Outcome = CallErrors.FromStatus(frame, fault == MetadataFault.None ? trailers : null);
        if (fault != MetadataFault.None)
        {
            call.Outcome = CallErrors.BadResponse(call, $"its trailers are not acceptable ({fault})");
        }
        else if (call.Outcome.Status == RpcStatusCode.OK)
        {
            TakeResult(call, frame, result);
        }

        call.ResultReservation = result?.Reservation;
        core.Work.Gather(call, isLong: call.ResultReservation is not null);
    }

    public void HeadersReceived(in HeadersFrame frame)
    {
        MetadataFault fault = MetadataCodec.TryDecode(frame.Metadata, core.Own, out RpcMetadata headers);
        if (FindWanted(frame.Id, FrameKind.Headers, out int index) is not { } call)
        {
            return;
        }

        if (fault != MetadataFault.None || call.Headers is not null || core.Calls[index].Result is not null || call.Streams?.Receiver(0) is { HasBegun: true })
        {
            Reject(call, fault != MetadataFault.None ? $"its headers are not acceptable ({fault})" : "it has headers twice, or behind its result");
            return;
        }

        call.Headers = headers;
        if (call.Streams is not null && call.Options?.Response is { } response)
        {
            response.Headers = headers;     // its caller need not wait for the end of the stream
        }
    }

    /// <summary>An item of a result stream or of reports; or a result too large for its STATUS is announced.</summary>
    public void ItemReceived(in ItemFrame frame)
    {
        if (FindWanted(frame.Id, FrameKind.Item, out int index) is not { } call)
        {
            return;
        }

        if (call.Streams?.Receiver(frame.Stream) is { } stream)
        {
            _streams.Check(call, stream.ItemReceived(frame));
            return;
        }

        ref CallSlot slot = ref core.Calls[index];
        if (!frame.IsAnnounced || frame.Stream != 0 || frame.AnnouncedLength == 0 || slot.Result is not null)
        {
            Reject(call, "an item came that the method cannot have");
            return;
        }

        int limit = PayloadLimit.Of(core.Own.MaxPayload, call.Method.Descriptor);
        if (frame.AnnouncedLength > (ulong)limit)
        {
            core.Outgoing.GiveUp(call, CallErrors.ResultTooLarge(call, frame.AnnouncedLength, limit));
            return;
        }

        long length = (long)frame.AnnouncedLength;
        slot.Result = new IncomingPayload(length, length > core.Own.MaxUncreditedPayload ? new PayloadWindow(core, core.ResponseBudget, core.ResponseStreams.Windows, frame.Id, length) : null);
    }

    public void ChunkReceived(in ChunkFrame frame)
    {
        if (FindWanted(frame.Id, FrameKind.Chunk, out int index) is not { } call)
        {
            return;
        }

        if (call.Streams?.Receiver(frame.Stream) is { } stream)
        {
            _streams.Check(call, stream.ChunkReceived(frame.Bytes));
            return;
        }

        IncomingPayload? result = core.Calls[index].Result;
        if (frame.Bytes.Length < IdleFrames.SmallChunk && result is { IsComplete: false })
        {
            core.Idle.Charge();
        }

        if (frame.Stream != 0 || result is null || !result.TryAppend(frame.Bytes))
        {
            Reject(call, "a chunk came that was not announced, is empty, or goes beyond the announced length or the credit");
        }
    }

    /// <summary>The peer grants the arguments that were announced to it, or more of a parameter stream.</summary>
    public void CreditReceived(in CreditFrame frame)
    {
        int index = Find(frame.Id, FrameKind.Credit);
        if (index < 0)
        {
            return;
        }

        PendingCall? call = core.Calls[index].Call;
        if (call is null)
        {
            core.Idle.Charge();
        }

        if (frame.Stream > 0)
        {
            _streams.CreditReceived(call, frame);
        }
        else if (core.Calls[index].Upload is { } upload)
        {
            long left = upload.Remaining - upload.Granted;
            if (upload.TryGrant(frame.Bytes))
            {
                core.Idle.ChargeGrant(upload.Grants, upload.Sent);
                core.Writer.FlushSoon();
            }
            else if (call is not null)
            {
                Reject(call, $"it grants {frame.Bytes} bytes where {left} are left of what was announced");
            }
        }
    }

    /// <summary>The peer reads no more of a parameter stream, or does not want the payload that a one-way call announced.</summary>
    public void StreamStopped(in CancelFrame frame)
    {
        int index = Find(frame.Id, FrameKind.Cancel);
        if (index < 0)
        {
            return;
        }

        core.Idle.Charge();
        if (frame.Stream > 0)
        {
            _streams.Stopped(core.Calls[index].Call, frame);
        }
        else if (core.Calls[index].IsOneWay && frame.Stream == 0)
        {
            core.Outgoing.Release(index);
        }
        else if (core.Calls[index].Call is { } call)
        {
            Reject(call, "a CANCEL came that only its caller may send");
        }
        else
        {
            core.ChargeAbnormalEnd(RpcStatusCode.Internal);
        }
    }

    /// <summary>A frame that only a caller sends.</summary>
    public void FrameOfCallerReceived(ulong id, FrameKind kind)
    {
        int index = Find(id, kind);
        if (index >= 0 && core.Calls[index].Call is { } call)
        {
            Reject(call, $"a {kind} frame came, which its callee cannot send");
        }
    }

    // Null: nobody waits for the call any more, whether its STATUS has come or not.
    private PendingCall? FindWanted(ulong id, FrameKind kind, out int index)
    {
        index = Find(id, kind);
        PendingCall? call = index < 0 ? null : core.Calls[index].Call;
        if (index >= 0 && call is null)
        {
            core.Idle.Charge();
        }

        return call;
    }

    private void TakeResult(PendingCall call, in StatusFrame frame, IncomingPayload? result)
    {
        if (call.Streams is { } streams && (streams.IsIncomplete || (frame.HasPayload && streams.Receiver(0) is not null)))
        {
            call.Outcome = CallErrors.BadResponse(call, "its status came amid an item, or has a result beside its stream");
            core.ChargeAbnormalEnd(RpcStatusCode.Internal);
        }
        else if (result is null)
        {
            call.KeepResult(frame.Payload);
        }
        else if (frame.HasPayload || !result.IsComplete)
        {
            call.Outcome = CallErrors.BadResponse(call, $"{result.Bytes.Length} of {result.Length} announced bytes came before its status");
            core.ChargeAbnormalEnd(RpcStatusCode.Internal);
        }
        else
        {
            call.Result = result.Bytes;
        }
    }

    private void Reject(PendingCall call, string what) => core.Outgoing.Reject(call, what);

    private int Find(ulong id, FrameKind kind)
    {
        int index = core.Calls.Find(id);
        if (index < 0)
        {
            if (!core.Calls.WasOpened(id))
            {
                ProtocolViolationException.Throw($"A {kind} frame is for call {id}, which was never opened");
            }

            core.DropFrame(kind);
        }

        return index;
    }
}
