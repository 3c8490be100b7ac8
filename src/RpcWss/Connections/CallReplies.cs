using RpcWss.Diagnostics;
using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>Turns the end of a handler into what its caller is told. Nothing of an unhandled exception leaves unless detailed errors are on.</summary>
internal static class CallReplies
{
    private const int MaxDetailLength = 8 * 1024;

    public static CallReply Create(ConnectionCore core, IncomingCall call, Exception? failure, RpcMetadata? trailers)
    {
        CallReply reply = failure switch
        {
            null => CallReply.Success with { Trailers = trailers },
            // One with a method is not the service's own: it comes from a call that the service made, and its text is not for this caller.
            RpcException { Method: null } own => FromService(own, trailers),
            _ when IsOverdue(core, call) => DeadlineExceeded(call, notExecuted: false),
            OperationCanceledException when call.CancelReason != CallCancelReason.None => Cancelled(call, notExecuted: false),
            _ => Unhandled(core, call, failure, trailers),
        };

        // What refuses a call before the service has it may throw what the service throws too: an interceptor, authorization, whatever makes the service.
        if (failure is not null && !call.WasEntered)
        {
            reply = reply with { NotExecuted = true };
        }

        if (call.ArgumentsRejected)
        {
            core.ChargeAbnormalEnd(reply.Status);
        }

        return reply.Trailers is { Count: > 0 } sent ? WithinLimits(core, call, reply, sent) : reply with { Trailers = null };
    }

    public static CallReply Cancelled(IncomingCall call, bool notExecuted) => call.CancelReason == CallCancelReason.Deadline
        ? DeadlineExceeded(call, notExecuted)
        : new CallReply(RpcStatusCode.Cancelled, $"{call.Method.FullName} was cancelled.", NotExecuted: notExecuted);

    public static CallReply ResultTooLarge(IncomingCall call, int limit) => new(
        RpcStatusCode.ResourceExhausted,
        $"The result of {call.Method.FullName} takes {call.ResultBytes.Length:N0} bytes; the caller accepts {limit:N0}. Raise {PayloadLimit.OptionFor(call.Hosted.Descriptor, limit)} at the caller, or return less.");

    // A call that the handler makes has the same deadline and may be the first to find it passed, in particular on another connection.
    private static bool IsOverdue(ConnectionCore core, IncomingCall call) => call.CancelReason == CallCancelReason.Deadline || call.Due <= core.Now;

    private static CallReply DeadlineExceeded(IncomingCall call, bool notExecuted) =>
        new(RpcStatusCode.DeadlineExceeded, $"The deadline of {call.Method.FullName} passed before it completed.", NotExecuted: notExecuted);

    private static CallReply FromService(RpcException error, RpcMetadata? trailers)
    {
        RpcMetadata? all = trailers;
        if (error.Trailers is { Count: > 0 } own)
        {
            all = [];
            if (trailers is not null)
            {
                all.AddRange(trailers);
            }

            all.AddRange(own);
        }

        // A longer detail would not fit the frame of a status; without it the caller still learns code and message.
        ReadOnlyMemory<byte> detail = error.Detail.Length <= MaxDetailLength ? error.Detail : default;
        return new CallReply(error.StatusCode, error.Message, all, detail);
    }

    private static CallReply Unhandled(ConnectionCore core, IncomingCall call, Exception error, RpcMetadata? trailers)
    {
        if (call.CancelReason == CallCancelReason.None)
        {
            ConnectionLog.UnhandledException(core.Setup.Logger, error, call.Method.FullName);
        }

        string message = core.Setup.DetailedErrors
            ? $"{call.Method.FullName} failed with {error.GetType().Name}: {error.Message}"
            : $"{call.Method.FullName} failed.";
        return new CallReply(RpcStatusCode.Internal, message, trailers);
    }

    private static CallReply WithinLimits(ConnectionCore core, IncomingCall call, CallReply reply, RpcMetadata trailers) =>
        MetadataCodec.Check(trailers, core.Peer) == MetadataFault.None
            ? reply
            : new CallReply(
                RpcStatusCode.ResourceExhausted,
                $"The trailers of {call.Method.FullName} exceed the {core.Peer.MaxMetadataEntries} entries or {core.Peer.MaxMetadataBytes:N0} bytes of metadata that the caller accepts (RpcLimits.MaxMetadataEntries, RpcLimits.MaxMetadataSize there).",
                NotExecuted: reply.NotExecuted);
}
