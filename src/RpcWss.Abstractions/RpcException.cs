namespace RpcWss;

/// <summary>
/// A call failed. Thrown by proxies; thrown by a service, it gives the caller this status, message and trailers. Any other
/// exception of a service becomes <see cref="RpcStatusCode.Internal"/> without its text. A call that its caller's own token
/// cancelled throws <see cref="OperationCanceledException"/> instead.
/// </summary>
public sealed class RpcException : Exception
{
    /// <summary>Creates a failure with a status and a message for the caller.</summary>
    /// <param name="statusCode">Any code but <see cref="RpcStatusCode.OK"/>.</param>
    /// <param name="message">What happened; with what; what to do. Sent to the caller, cut to 4,096 UTF-8 bytes.</param>
    /// <param name="innerException">The cause; stays on this side.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is <see cref="RpcStatusCode.OK"/>.</exception>
    public RpcException(RpcStatusCode statusCode, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(statusCode, RpcStatusCode.OK);
        StatusCode = statusCode;
    }

    /// <summary>How the call ended.</summary>
    public RpcStatusCode StatusCode { get; }

    /// <summary>Whether the method ran. Default: <see cref="RpcExecution.Unknown"/>.</summary>
    public RpcExecution Execution { get; init; }

    /// <summary>The method that was called, such as <c>Shop.IOrders/GetAsync</c>; null on an exception made by a service.</summary>
    public string? Method { get; init; }

    /// <summary>Metadata that goes with the status, from the service to the caller; null when there is none.</summary>
    public RpcMetadata? Trailers { get; init; }

    /// <summary>Machine-readable detail that goes with the status, at most 8 KiB; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Detail { get; init; }
}
