using RpcWss.Connections.Streams;
using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>Answers the calls of the peer: what a handler returned goes out, at once or as credit allows, and then its status. Under the connection's gate.</summary>
internal sealed class CallAnswers(ConnectionCore core)
{
    /// <summary>A handler has returned, or the call was refused: what it sent goes before its status, whatever that is, unless nobody wants it any more.</summary>
    public void Give(IncomingCall call, CallReply reply)
    {
        if (call.Streams is not { } streams)
        {
            Answer(call, reply);
        }
        else if (call.CancelReason != CallCancelReason.None)
        {
            streams.StopSenders();
            Answer(call, reply);
        }
        else
        {
            AnswerWhenDrained(call, streams, reply);
        }
    }

    // By itself, so that calls without streams do not pay for what the lambda holds.
    private void AnswerWhenDrained(IncomingCall call, CallStreams streams, CallReply reply)
    {
        call.IsResponding = true;
        streams.Drain(() =>
        {
            call.IsResponding = false;
            Answer(call, reply);
        });
    }

    /// <summary>Nobody wants the rest of what a handler has returned: the call is cancelled, or its time is over.</summary>
    public void CutShort(IncomingCall call)
    {
        call.ResultUpload?.Abandon();
        if (!core.IsSilent)
        {
            core.Replies.WriteStatus(call.Id, call.Rejection ?? CallReplies.Cancelled(call, notExecuted: false), null);
        }

        core.Incoming.Remove(call);
    }

    /// <summary>The caller grants the result that was announced to it. Called under the gate.</summary>
    public void ResultGranted(IncomingCall call, in CreditFrame frame)
    {
        if (call.ResultUpload is not { } upload)
        {
            core.DropFrame(FrameKind.Credit);
        }
        else if (frame.Stream != 0 || !upload.TryGrant(frame.Bytes))
        {
            core.Incoming.Fault(call, $"Credit of {frame.Bytes} bytes came where a result has {upload.Remaining - upload.Granted} left to grant.");
        }
        else
        {
            core.Idle.ChargeGrant(upload.Grants, upload.Sent);
            core.Writer.FlushSoon();
        }
    }

    /// <summary>The last chunk of a result has left: its STATUS follows. Called under the gate.</summary>
    public void ResultSent(IncomingCall call)
    {
        core.Replies.WriteStatus(call.Id, call.PendingReply, null);
        core.Incoming.Remove(call);
    }

    private void Answer(IncomingCall call, CallReply reply)
    {
        if (reply.Status == RpcStatusCode.OK && call.ResultBytes.Length > SendQueue.MaxInlinePayload)
        {
            call.PendingReply = reply;
            call.IsResponding = true;
            call.Method.AnswersLarge = call.ResultBytes.Length > core.Peer.MaxUncreditedPayload;
            core.Replies.AnnounceResult(call);
        }
        else
        {
            if (call.Method.AnswersLarge)
            {
                call.Method.AnswersLarge = false;
            }

            PayloadBuffer? result = reply.Status == RpcStatusCode.OK && call.ResultBytes.Length > 0 ? call.ResultBytes : null;
            core.Replies.WriteStatus(call.Id, reply, result);
            core.Incoming.Remove(call);
        }
    }
}
