using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>Writes what this side answers to the peer's calls into the send queue. Guarded by the connection's gate.</summary>
internal sealed class ReplyWriter(ConnectionCore core)
{
    /// <summary>Ends a call whose result is empty or fits the frame.</summary>
    public void WriteStatus(ulong id, CallReply reply, PayloadBuffer? result)
    {
        if (reply is { Message: null, Trailers: null, Detail.IsEmpty: true })
        {
            WriteStatus(id, reply, default, default, result);
            return;
        }

        byte[] message = reply.Message is { } text ? StatusMessage.Encode(text) : [];
        byte[] trailers = reply.Trailers is { } metadata ? EncodedMetadata.Encode(metadata) : [];
        WriteStatus(id, reply, message, trailers, result);
    }

    /// <summary>Writes headers, and returns the block of the small lane that holds them.</summary>
    public long WriteHeaders(ulong id, byte[] metadata)
    {
        SendBlock block = core.Queue.OpenSmall(HeadersFrame.MaxLength(metadata.Length));
        core.Queue.Wrote(block, HeadersFrame.Write(block.GetSpan(), id, metadata));
        core.Writer.FlushSoon();
        return block.Sequence;
    }

    /// <summary>Announces a large result. Its chunks follow at once or after the caller's grant, its STATUS after those.</summary>
    public void AnnounceResult(IncomingCall call)
    {
        SendBlock block = core.Queue.OpenSmall(ItemFrame.MaxHeaderLength);
        core.Queue.Wrote(block, ItemFrame.WriteAnnounced(block.GetSpan(), call.Id, 0, (ulong)call.ResultBytes.Length));
        var upload = new BulkSend(core.Queue, core.BulkSent, call.Id, call.ResultBytes) { AfterBlock = block.Sequence, ResultOf = call };
        call.ResultBytes = new PayloadBuffer();
        call.ResultUpload = upload;
        if (upload.Remaining <= core.Peer.MaxUncreditedPayload)
        {
            upload.GrantAll();
        }

        core.Writer.FlushSoon();
    }

    /// <summary>Grants bytes of an announced payload or of a stream, or of one-way calls with id 0.</summary>
    public void WriteCredit(ulong id, int stream, long bytes)
    {
        SendBlock block = core.Queue.OpenControl(CreditFrame.MaxLength);
        core.Queue.Wrote(block, CreditFrame.Write(block.GetSpan(), id, stream, (int)bytes));
        core.Writer.FlushSoon();
    }

    /// <summary>Tells the caller that no more of a parameter stream will be read.</summary>
    public void StopStream(ulong id, int stream)
    {
        SendBlock block = core.Queue.OpenControl(CancelFrame.MaxLength);
        core.Queue.Wrote(block, CancelFrame.Write(block.GetSpan(), id, (int)RpcStatusCode.Cancelled, stream));
        core.Writer.FlushSoon();
    }

    /// <summary>Tells the sender of a one-way call that the payload it announced is not wanted: no STATUS could say so.</summary>
    public void RefuseUpload(ulong id, RpcStatusCode status)
    {
        SendBlock block = core.Queue.OpenControl(CancelFrame.MaxLength);
        core.Queue.Wrote(block, CancelFrame.Write(block.GetSpan(), id, (int)status, stream: 0));
        core.Writer.FlushSoon();
    }

    private void WriteStatus(ulong id, CallReply reply, ReadOnlySpan<byte> message, ReadOnlySpan<byte> trailers, PayloadBuffer? result)
    {
        int inline = result is null ? -1 : (int)result.Length;
        StatusFlags flags = reply.NotExecuted ? StatusFlags.NotExecuted : StatusFlags.None;
        flags |= message.IsEmpty ? 0 : StatusFlags.Message;
        flags |= reply.Detail.IsEmpty ? 0 : StatusFlags.Detail;
        flags |= trailers.IsEmpty ? 0 : StatusFlags.Trailers;
        flags |= inline < 0 ? 0 : StatusFlags.Payload;
        int room = StatusFrame.MaxHeaderLength(message.Length, reply.Detail.Length, trailers.Length) + Math.Max(inline, 0);
        SendBlock block = core.Queue.OpenSmall(room);
        Span<byte> frame = block.GetSpan();
        int length = StatusFrame.WriteHeader(frame, id, (int)reply.Status, flags, message, reply.Detail.Span, trailers, inline);
        if (inline > 0)
        {
            result!.CopyTo(frame[length..]);
            length += inline;
        }

        core.Queue.WroteAnswer(block, length);
        core.Writer.FlushSoon();
    }
}
