namespace RpcWss;

/// <summary>
/// What a caller may set for its calls; used through <see cref="RpcContractExtensions.With"/>. Immutable; one instance may serve
/// any number of concurrent calls, but for <see cref="Response"/>. What a handler knows of a call that it serves is
/// <see cref="RpcCallContext"/>: that never goes into a call of its own.
/// </summary>
public sealed record RpcCallOptions
{
    /// <summary>
    /// How long the call may take, from its start; enforced on both sides. Null: the connection's default (100 seconds for a unary
    /// call unless set otherwise). <see cref="Timeout.InfiniteTimeSpan"/>: none. Within a handler the deadline of the call being
    /// served applies too, whichever is earlier. Zero or less fails at once with
    /// <see cref="RpcStatusCode.DeadlineExceeded"/> and sends nothing.
    /// </summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Metadata to send with the call; null for none. Must not change while a call that uses it starts.</summary>
    public RpcMetadata? Metadata { get; init; }

    /// <summary>
    /// Whether a call fails at once with <see cref="RpcStatusCode.ResourceExhausted"/>, not executed, where it would have to wait
    /// for the peer's limit of running calls or for room in the send buffer. Default: <see langword="false"/>; it waits until its deadline.
    /// </summary>
    public bool FailFast { get; init; }

    /// <summary>Receives the response's metadata. Use a separate instance, and so a separate view, for each call.</summary>
    public RpcResponseMetadata? Response { get; init; }
}
