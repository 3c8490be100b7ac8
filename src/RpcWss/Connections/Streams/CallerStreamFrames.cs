using RpcWss.Protocol;

namespace RpcWss.Connections.Streams;

/// <summary>What the peer says about the streams of this side's calls. Runs on the receive loop, under the gate.</summary>
internal sealed class CallerStreamFrames(ConnectionCore core)
{
    /// <summary>The peer grants more of a parameter stream.</summary>
    public void CreditReceived(PendingCall? call, in CreditFrame frame)
    {
        if (call?.Streams?.Sender(frame.Stream) is { } sender)
        {
            sender.AddCredit(frame.Bytes);
        }
        else if (call is not null)
        {
            core.Outgoing.Reject(call, $"it grants bytes of stream {frame.Stream}, which the method does not have");
        }
    }

    /// <summary>The peer reads no more of a parameter stream.</summary>
    public void Stopped(PendingCall? call, in CancelFrame frame)
    {
        if (call?.Streams?.Sender(frame.Stream) is { } sender)
        {
            sender.Stop();
        }
        else if (call is not null)
        {
            core.Outgoing.Reject(call, $"it stops stream {frame.Stream}, which the method does not have");
        }
    }

    /// <summary>Ends a call whose result stream breaks a rule.</summary>
    public void Check(PendingCall call, StreamFault fault)
    {
        if (fault == StreamFault.Violation)
        {
            core.Outgoing.Reject(call, "a frame of a stream is out of turn, or beyond its window or announced length");
        }
        else if (fault == StreamFault.TooLarge)
        {
            RpcMethodDescriptor method = call.Method.Descriptor;
            string message = StreamErrors.Oversized(method, PayloadLimit.Of(core.Own.MaxPayload, method));
            core.Outgoing.GiveUp(call, CallOutcome.Local(RpcStatusCode.ResourceExhausted, RpcExecution.Executed, message));
        }
    }
}
