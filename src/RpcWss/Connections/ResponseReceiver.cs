using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// Reads what the peer answers to this side's calls. Runs on the receive loop alone: it copies bytes and hands calls to the work queue, it neither decodes
/// results nor runs anybody's code. A frame for a call that is over is dropped and counted.
/// </summary>
internal sealed class ResponseReceiver(ConnectionCore core)
{
    public void StatusReceived(in StatusFrame frame)
    {
        RpcMetadata? trailers = null;
        MetadataFault fault = MetadataFault.None;
        if ((frame.Flags & StatusFlags.Trailers) != 0)
        {
            fault = MetadataCodec.TryDecode(frame.Trailers, core.Own, out trailers);
        }

        PendingCall? call;
        IncomingPayload? result;
        lock (core.Gate)
        {
            int index = Find(frame.Id, FrameKind.Status);
            if (index < 0)
            {
                return;
            }

            call = core.Calls[index].Call;
            result = core.Calls[index].Result;
            core.Outgoing.Release(index);
            if (call is null)
            {
                core.ResponseBudget.Release(result?.Reservation);
                return;
            }

            call.Phase = CallPhase.Done;    // from here on it is this thread's
        }

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
        core.Work.Gather(call);
    }

    public void HeadersReceived(in HeadersFrame frame)
    {
        MetadataFault fault = MetadataCodec.TryDecode(frame.Metadata, core.Own, out RpcMetadata headers);
        lock (core.Gate)
        {
            int index = Find(frame.Id, FrameKind.Headers);
            if (index < 0 || core.Calls[index].Call is not { } call)
            {
                return;
            }

            if (fault != MetadataFault.None || call.Headers is not null || core.Calls[index].Result is not null)
            {
                Reject(call, fault != MetadataFault.None ? $"its headers are not acceptable ({fault})" : "it has headers twice, or behind its result");
                return;
            }

            call.Headers = headers;
        }
    }

    /// <summary>A result too large for its STATUS is announced.</summary>
    public void ItemReceived(in ItemFrame frame)
    {
        lock (core.Gate)
        {
            int index = Find(frame.Id, FrameKind.Item);
            if (index < 0 || core.Calls[index].Call is not { } call)
            {
                return;
            }

            ref CallSlot slot = ref core.Calls[index];
            if (!frame.IsAnnounced || frame.Stream != 0 || frame.AnnouncedLength == 0 || slot.Result is not null)
            {
                Reject(call, "an item came that a unary call cannot have");
                return;
            }

            if (frame.AnnouncedLength > (ulong)core.Own.MaxPayload)
            {
                core.Outgoing.GiveUp(call, CallErrors.ResultTooLarge(call, frame.AnnouncedLength, core.Own.MaxPayload));
                return;
            }

            long length = (long)frame.AnnouncedLength;
            BudgetReservation? reservation = length > core.Own.MaxUncreditedPayload ? core.ResponseBudget.Reserve(frame.Id, length) : null;
            slot.Result = new IncomingPayload(length, reservation);
        }
    }

    public void ChunkReceived(in ChunkFrame frame)
    {
        IncomingPayload? result;
        lock (core.Gate)
        {
            int index = Find(frame.Id, FrameKind.Chunk);
            if (index < 0 || core.Calls[index].Call is null)
            {
                return;
            }

            result = core.Calls[index].Result;
        }

        if (frame.Stream != 0 || result is null || !result.TryAppend(frame.Bytes))
        {
            lock (core.Gate)
            {
                int index = core.Calls.Find(frame.Id);
                if (index >= 0 && core.Calls[index].Call is { } call)
                {
                    Reject(call, "a chunk came that was not announced, is empty, or goes beyond the announced length or the credit");
                }
            }
        }
    }

    /// <summary>The peer grants the arguments that were announced to it.</summary>
    public void CreditReceived(in CreditFrame frame)
    {
        lock (core.Gate)
        {
            int index = Find(frame.Id, FrameKind.Credit);
            if (index < 0 || core.Calls[index].Upload is not { } upload)
            {
                return;
            }

            if (frame.Stream != 0 || upload.IsGranted || frame.Bytes != upload.Remaining)
            {
                if (core.Calls[index].Call is { } call)
                {
                    Reject(call, $"it grants {frame.Bytes} bytes of {upload.Remaining} announced");
                }

                return;
            }

            core.Queue.AddBulk(upload);
            core.Writer.FlushSoon();
        }
    }

    /// <summary>The peer does not want the payload that a one-way call announced.</summary>
    public void UploadRefused(in CancelFrame frame)
    {
        lock (core.Gate)
        {
            int index = Find(frame.Id, FrameKind.Cancel);
            if (index >= 0 && core.Calls[index].IsOneWay)
            {
                core.Outgoing.Release(index);
            }
            else if (index >= 0)
            {
                core.ChargeAbnormalEnd(RpcStatusCode.Internal);
            }
        }
    }

    /// <summary>A frame of a stream, which a unary call does not have.</summary>
    public void StreamFrameReceived(ulong id, FrameKind kind)
    {
        lock (core.Gate)
        {
            int index = Find(id, kind);
            if (index >= 0 && core.Calls[index].Call is { } call)
            {
                Reject(call, $"a {kind} frame came for a call without streams");
            }
        }
    }

    private void TakeResult(PendingCall call, in StatusFrame frame, IncomingPayload? result)
    {
        if (result is null)
        {
            call.Result.Write(frame.Payload);
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

    // Under the gate. The call fails, its neighbours go on.
    private void Reject(PendingCall call, string what)
    {
        core.Outgoing.GiveUp(call, CallErrors.BadResponse(call, what));
        core.ChargeAbnormalEnd(RpcStatusCode.Internal);
    }

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
