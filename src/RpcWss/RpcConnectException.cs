using System.Net;

namespace RpcWss;

/// <summary>A connection could not be opened; nothing was called. The message says what happened, with what, and what to do.</summary>
public sealed class RpcConnectException : Exception
{
    internal RpcConnectException(RpcConnectFailure reason, string message, Exception? innerException = null)
        : base(message, innerException) => Reason = reason;

    /// <summary>Why.</summary>
    public RpcConnectFailure Reason { get; }

    /// <summary>
    /// The HTTP status that the server, or with <see cref="RpcConnectFailure.Proxy"/> the proxy, answered with; null when there was none.
    /// </summary>
    public HttpStatusCode? HttpStatus { get; internal init; }

    /// <summary>How long the server asks to wait before the next attempt; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; internal init; }
}
