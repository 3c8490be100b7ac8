namespace RpcWss;

/// <summary>A call as an interceptor sees it. Used by one interceptor at a time; not valid after the call completed.</summary>
public abstract class RpcInterceptedCall
{
    /// <summary>The method that is called.</summary>
    public abstract RpcMethodDescriptor Method { get; }

    /// <summary>Whether this side makes the call; false where it serves it.</summary>
    public abstract bool IsOutgoing { get; }

    /// <summary>The other end; null for an outgoing call that has no connection yet.</summary>
    public abstract RpcPeer? Peer { get; }

    /// <summary>The metadata that goes, or came, with the request. On an outgoing call entries may be added before <c>next</c>.</summary>
    public abstract RpcMetadata Metadata { get; }

    /// <summary>How long the call may take; null for no limit. On an outgoing call it may be set before <c>next</c>.</summary>
    public abstract TimeSpan? Deadline { get; set; }

    /// <summary>Fires when the call is cancelled.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>The arguments, decoded anew at each call of this method and boxed: costly, so only where they are needed.</summary>
    public abstract object?[] GetArguments();

    /// <summary>The result after a successful <c>next</c>, boxed; null for a method without one, and on the serving side, where it is encoded already.</summary>
    public abstract object? GetResult();
}
