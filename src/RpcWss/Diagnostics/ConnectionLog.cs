using Microsoft.Extensions.Logging;

namespace RpcWss.Diagnostics;

/// <summary>What connections log. Event ids 1000 to 1099 are theirs and stay as they are.</summary>
internal static partial class ConnectionLog
{
    [LoggerMessage(EventId = 1001, Level = LogLevel.Error, Message = "An unhandled exception ended the call {Method}; the caller was told Internal.")]
    public static partial void UnhandledException(ILogger logger, Exception error, string method);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Information, Message = "The connection {ConnectionId} ended: {Reason}")]
    public static partial void ConnectionFailed(ILogger logger, string connectionId, string reason, Exception error);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Warning, Message = "The peer was built from another signature of {Method} (hash {PeerHash:x16}, here {OwnHash:x16}); arguments may not decode.")]
    public static partial void SignatureDiffers(ILogger logger, string method, ulong peerHash, ulong ownHash);

    [LoggerMessage(EventId = 1004, Level = LogLevel.Warning, Message = "Calls such as {Method} have waited for {Seconds} s to be sent: the peer's limits (RpcLimits.MaxConcurrentCalls, RpcLimits.MaxStreamingCalls, RpcLimits.OneWayWindow there) or this side's send buffer (RpcLimits.MaxUnsentBytes) is full.")]
    public static partial void CallsWait(ILogger logger, string method, double seconds);

    [LoggerMessage(EventId = 1005, Level = LogLevel.Warning, Message = "The progress that the caller of {Method} passed threw; it gets no further reports.")]
    public static partial void ProgressFailed(ILogger logger, Exception error, string method);

    [LoggerMessage(EventId = 1006, Level = LogLevel.Information, Message = "A token that the peer {PeerId} sent was refused with {Status}: {Reason}")]
    public static partial void TokenRefused(ILogger logger, string peerId, RpcStatusCode status, string? reason);

    [LoggerMessage(EventId = 1007, Level = LogLevel.Error, Message = "A token that the peer {PeerId} sent could not be checked: {Error}. What the exception says is not logged, since it may hold the token.")]
    public static partial void TokenCheckFailed(ILogger logger, string peerId, string error);

    [LoggerMessage(EventId = 1008, Level = LogLevel.Warning, Message = "The access token of the connection {ConnectionId} could not be refreshed: {Reason} The one before is good for {Left:0} s more; the next attempt, if there is time, is in {Wait:0} s.")]
    public static partial void RefreshFailed(ILogger logger, string connectionId, string reason, double left, double wait);
}
