using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>Why a connection ends, and how.</summary>
/// <param name="Reason">What callers of the calls that it takes along are told.</param>
/// <param name="Error">What went wrong; null for an orderly end.</param>
/// <param name="IsLost">Whether the transport is of no use any more: nothing is said and it is aborted.</param>
/// <param name="Code">What GOAWAY tells the peer.</param>
/// <param name="CloseCode">What the WebSocket's Close tells it.</param>
internal sealed record ConnectionEnd(string Reason, Exception? Error, bool IsLost, GoAwayCode Code, TransportCloseCode CloseCode)
{
    public static ConnectionEnd Closed() =>
        new("The connection was closed on this side.", null, false, GoAwayCode.Shutdown, TransportCloseCode.Normal);

    /// <summary>The peer closed in order; <paramref name="goAway"/> is what it said before, if anything.</summary>
    public static ConnectionEnd ClosedByPeer(string? goAway) =>
        new(goAway ?? "The peer closed the connection.", null, false, GoAwayCode.Shutdown, TransportCloseCode.Normal);

    public static ConnectionEnd Lost(Exception error) =>
        new($"The connection was lost: {error.Message}", error, true, GoAwayCode.InternalError, TransportCloseCode.InternalError);

    /// <summary>The peer is gone without a word, or does not read.</summary>
    public static ConnectionEnd TimedOut(string what, GoAwayCode code) =>
        new(what, new RpcException(RpcStatusCode.Unavailable, what), code == GoAwayCode.InternalError, code, TransportCloseCode.PolicyViolation);

    /// <summary>Nobody is known any more to be at the other end.</summary>
    public static ConnectionEnd Unauthenticated(string what) =>
        new(what, new RpcException(RpcStatusCode.Unauthenticated, what), false, GoAwayCode.AuthenticationExpired, TransportCloseCode.PolicyViolation);

    public static ConnectionEnd Aged() =>
        new("The connection has reached its greatest age (RpcWssBuilder.MaxConnectionAge). Connect again.", null, false, GoAwayCode.Shutdown, TransportCloseCode.Normal);

    /// <summary>The peer broke the protocol.</summary>
    public static ConnectionEnd Violation(ProtocolViolationException error) =>
        new($"The peer violated the protocol: {error.Message}.", error, false, error.Code, CloseCodeOf(error));

    public static ConnectionEnd TooManyFaults() => Violation(new ProtocolViolationException(
        GoAwayCode.TooManyFaults, "too many of its calls ended abnormally (RpcLimits.AbnormalEndBurst, RpcLimits.AbnormalEndsPerSecond)"));

    public static ConnectionEnd TextMessage() => Violation(
        new ProtocolViolationException(GoAwayCode.ProtocolError, "it sent a text message")) with { CloseCode = TransportCloseCode.InvalidMessageType };

    private static TransportCloseCode CloseCodeOf(ProtocolViolationException error) => error switch
    {
        { Code: GoAwayCode.LimitExceeded } => TransportCloseCode.MessageTooBig,
        { Code: GoAwayCode.TooManyFaults } => TransportCloseCode.PolicyViolation,
        _ => TransportCloseCode.ProtocolError,
    };
}
