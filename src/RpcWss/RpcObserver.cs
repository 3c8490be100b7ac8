namespace RpcWss;

/// <summary>
/// Told what happens on connections, for metrics and traces; the seam that the package's own instrumentation uses too. Override what
/// is needed. Members run on the engine's own threads, some within its locks: return at once, never throw, never call back. With no
/// observer set nothing is computed.
/// </summary>
public abstract class RpcObserver
{
    /// <summary>A connection opened: the peer's HELLO arrived.</summary>
    public virtual void ConnectionOpened(RpcConnection connection) { }

    /// <summary>A connection ended; <paramref name="error"/> is null when it closed in order.</summary>
    public virtual void ConnectionClosed(RpcConnection connection, Exception? error) { }

    /// <summary>A call of this side ended.</summary>
    public virtual void OutgoingCallCompleted(RpcMethodDescriptor method, RpcStatusCode status, TimeSpan elapsed) { }

    /// <summary>A call of the peer ended here.</summary>
    public virtual void IncomingCallCompleted(RpcMethodDescriptor method, RpcStatusCode status, TimeSpan elapsed) { }

    /// <summary>A call of this side waits for the peer's limit of running calls, its one-way window, or room to send.</summary>
    public virtual void OutgoingCallWaiting(RpcMethodDescriptor method) { }

    /// <summary>An item of a stream of <paramref name="method"/> was dropped at its producer's side, because the consumer is slow (<see cref="RpcStreamAttribute"/>).</summary>
    public virtual void ItemDropped(RpcMethodDescriptor method) { }

    /// <summary>A frame was dropped because its call is over or unknown; <paramref name="frame"/> is the frame's name.</summary>
    public virtual void FrameDropped(string frame) { }

    /// <summary>A call of the peer ended abnormally and was charged to it.</summary>
    public virtual void AbnormalEnd(RpcStatusCode status) { }
}
