using System.Text;
using RpcWss.Protocol;

namespace RpcWss.Connections.Streams;

/// <summary>What the peer sends and says about the streams of its calls. Runs on the receive loop, under the gate.</summary>
internal sealed class CalleeStreamFrames(ConnectionCore core)
{
    public void ItemReceived(IncomingCall call, in ItemFrame frame)
    {
        if (call.Streams?.Receiver(frame.Stream) is { } stream)
        {
            Check(call, stream.ItemReceived(frame));
        }
        else
        {
            core.Incoming.Fault(call, $"An ITEM came for stream {frame.Stream}, which the method does not have.");
        }
    }

    /// <summary>True when the chunk is for a stream of the call.</summary>
    public bool TryChunk(IncomingCall call, in ChunkFrame frame)
    {
        if (frame.Stream == 0 || call.Streams?.Receiver(frame.Stream) is not { } stream)
        {
            return false;
        }

        Check(call, stream.ChunkReceived(frame.Bytes));
        return true;
    }

    public void EndReceived(IncomingCall call, in EndFrame frame)
    {
        if (call.Streams?.Receiver(frame.Stream) is not { } stream)
        {
            core.Incoming.Fault(call, $"An END came for stream {frame.Stream}, which the method does not have.");
        }
        else if ((stream.HasEnded && !stream.IsReleased) || stream.IsIncomplete)
        {
            core.Incoming.Fault(call, $"An END came for stream {frame.Stream} twice, or amid an item.");
        }
        else
        {
            core.Idle.Charge(stream.IsReleased ? 1 : 0);
            stream.End(frame.Code == 0 ? null : SourceFailed(call, frame));
        }
    }

    /// <summary>The caller grants more of the result stream, or of reports.</summary>
    public void CreditReceived(IncomingCall call, in CreditFrame frame)
    {
        if (call.Streams?.Sender(frame.Stream) is { } sender)
        {
            sender.AddCredit(frame.Bytes);
        }
        else
        {
            core.Incoming.Fault(call, $"Credit came for stream {frame.Stream}, which the callee does not send.");
        }
    }

    private void Check(IncomingCall call, StreamFault fault)
    {
        RpcMethodDescriptor method = call.Hosted.Descriptor;
        if (fault == StreamFault.Violation)
        {
            core.Incoming.Fault(call, "A frame of a stream came out of turn, or beyond its window or announced length.");
        }
        else if (fault == StreamFault.TooLarge)
        {
            core.ChargeAbnormalEnd(RpcStatusCode.ResourceExhausted);
            string message = StreamErrors.Oversized(method, PayloadLimit.Of(core.Own.MaxPayload, method));
            core.Incoming.Reject(call, new CallReply(RpcStatusCode.ResourceExhausted, message));
        }
    }

    private static RpcException SourceFailed(IncomingCall call, in EndFrame frame)
    {
        RpcStatusCode status = frame.Code > (int)RpcStatusCode.Unauthenticated ? RpcStatusCode.Unknown : (RpcStatusCode)frame.Code;
        string message = frame.Message.IsEmpty ? $"A stream of {call.Method.FullName} failed at its caller." : Encoding.UTF8.GetString(frame.Message);
        return new RpcException(status, message);
    }
}
