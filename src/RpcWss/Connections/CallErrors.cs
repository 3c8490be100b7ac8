using System.Text;
using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>What callers are told: what happened; with what; what to do.</summary>
internal static class CallErrors
{
    public static CallOutcome ConnectionLost(string reason, RpcExecution execution, Exception? error) =>
        CallOutcome.Local(RpcStatusCode.Unavailable, execution, reason, error);

    // Whoever gives the call up decides what is known of its execution.
    public static CallOutcome DeadlineExceeded(PendingCall call) => CallOutcome.Local(
        RpcStatusCode.DeadlineExceeded, RpcExecution.NotExecuted, $"The deadline of {call.Method.Descriptor.FullName} passed before it completed.");

    public static CallOutcome WouldWait(PendingCall call) => CallOutcome.Local(
        RpcStatusCode.ResourceExhausted,
        RpcExecution.NotExecuted,
        $"{call.Method.Descriptor.FullName} would have to wait for the peer's limits (RpcLimits.MaxConcurrentCalls, RpcLimits.MaxStreamingCalls, RpcLimits.OneWayWindow there) or for room to send (RpcLimits.MaxUnsentBytes here), and the call fails fast. Leave RpcCallOptions.FailFast off to wait.");

    public static CallOutcome PayloadTooLarge(PendingCall call, int limit) => CallOutcome.Local(
        RpcStatusCode.ResourceExhausted,
        RpcExecution.NotExecuted,
        $"The arguments of {call.Method.Descriptor.FullName} take {call.Arguments.Length:N0} bytes; the peer accepts {limit:N0}. Raise {PayloadLimit.OptionFor(call.Method.Descriptor, limit)} there, or send less.");

    public static CallOutcome ResultTooLarge(PendingCall call, ulong length, int limit) => CallOutcome.Local(
        RpcStatusCode.ResourceExhausted,
        RpcExecution.Executed,
        $"The result of {call.Method.Descriptor.FullName} takes {length:N0} bytes; this side accepts {limit:N0}. Raise {PayloadLimit.OptionFor(call.Method.Descriptor, limit)} here, or ask for less.");

    public static CallOutcome MetadataTooLarge(PendingCall call, ProtocolLimits limits) => CallOutcome.Local(
        RpcStatusCode.ResourceExhausted,
        RpcExecution.NotExecuted,
        $"The metadata of {call.Method.Descriptor.FullName} has {call.MetadataEntries} entries of {call.MetadataSize:N0} bytes; the peer accepts {limits.MaxMetadataEntries} of {limits.MaxMetadataBytes:N0} (RpcLimits.MaxMetadataEntries, RpcLimits.MaxMetadataSize there).");

    public static CallOutcome TooManyMethods(int limit) => CallOutcome.Local(
        RpcStatusCode.ResourceExhausted,
        RpcExecution.NotExecuted,
        $"The peer accepts {limit:N0} different methods on one connection. Raise RpcLimits.MaxMethodNames there.");

    public static CallOutcome BadResponse(PendingCall call, string what) => CallOutcome.Local(
        RpcStatusCode.Internal,
        RpcExecution.Executed,
        $"The peer's response to {call.Method.Descriptor.FullName} violates the protocol: {what}.");

    public static CallOutcome Undecodable(PendingCall call, Exception error) => CallOutcome.Local(
        RpcStatusCode.Internal,
        RpcExecution.Executed,
        $"The result of {call.Method.Descriptor.FullName} could not be decoded: {error.Message} Both ends must be built from compatible contracts.",
        error);

    public static CallOutcome Unwritable(RpcMethodDescriptor method, Exception error) => CallOutcome.Local(
        RpcStatusCode.InvalidArgument,
        RpcExecution.NotExecuted,
        $"The arguments of {method.FullName} could not be written: {error.Message}",
        error);

    public static CallOutcome FromStatus(in StatusFrame frame, RpcMetadata? trailers)
    {
        if (frame.Code == (int)RpcStatusCode.OK && trailers is null && (frame.Flags & ~StatusFlags.Payload) == 0)
        {
            return CallOutcome.Success;
        }

        bool notExecuted = (frame.Flags & StatusFlags.NotExecuted) != 0;
        return new CallOutcome
        {
            Cause = CallEndCause.Status,
            Status = frame.Code > (int)RpcStatusCode.Unauthenticated ? RpcStatusCode.Unknown : (RpcStatusCode)frame.Code,
            Execution = notExecuted ? RpcExecution.NotExecuted : RpcExecution.Executed,
            Message = (frame.Flags & StatusFlags.Message) != 0 ? Encoding.UTF8.GetString(frame.Message) : null,
            Detail = (frame.Flags & StatusFlags.Detail) != 0 ? frame.Detail.ToArray() : null,
            Trailers = trailers,
        };
    }

    /// <summary>The exception for a call that did not succeed.</summary>
    public static Exception ToException(CallOutcome outcome, RpcMethodDescriptor method, CancellationToken callerToken)
    {
        switch (outcome.Cause)
        {
            case CallEndCause.CallerToken:
                return new OperationCanceledException($"{method.FullName} was cancelled.", callerToken);
            case CallEndCause.Abandoned:
                return new OperationCanceledException($"The stream of {method.FullName} was not read to its end.");
            case CallEndCause.EnclosingCall:
                return new OperationCanceledException($"{method.FullName} was cancelled with the call that it was made within.");
            default:
                return new RpcException(outcome.Status, outcome.Message ?? $"{method.FullName} ended with {outcome.Status}.", outcome.InnerException)
                {
                    Execution = outcome.Execution,
                    Method = method.FullName,
                    Trailers = outcome.Trailers,
                    Detail = outcome.Detail,
                };
        }
    }
}
