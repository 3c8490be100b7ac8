using System.Security.Claims;

namespace RpcWss;

/// <summary>
/// The call that a service is serving. Take it as a parameter of a contract method (it is never sent; callers pass nothing), or
/// inject it into a scoped service. Valid until the method's task completes; members that act on the call throw
/// <see cref="ObjectDisposedException"/> after that. Thread-safe, but for the metadata collections.
/// </summary>
public abstract class RpcCallContext
{
    /// <summary>The method being served.</summary>
    public abstract RpcMethodDescriptor Method { get; }

    /// <summary>Who called. <c>Peer.GetProxy&lt;T&gt;()</c> calls back what the caller hosts.</summary>
    public abstract RpcPeer Peer { get; }

    /// <summary>
    /// Who the caller was when the service got this context. <see cref="RpcPeer.User"/> of <see cref="Peer"/> may change meanwhile, when the peer sends a newer
    /// token; it stays the same user.
    /// </summary>
    public virtual ClaimsPrincipal User => Peer.User;

    /// <summary>Metadata that came with the call; empty when there was none.</summary>
    public abstract RpcMetadata RequestMetadata { get; }

    /// <summary>Metadata to send with the result or the error. Changes count until the method's task completes.</summary>
    public abstract RpcMetadata ResponseTrailers { get; }

    /// <summary>When the caller stops waiting; null when it set no deadline. Measured on this side's clock.</summary>
    public abstract DateTimeOffset? Deadline { get; }

    /// <summary>Fires when the caller cancels, the deadline passes or the connection is lost.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Fires when the connection starts to drain: finish what is being done and start nothing long.</summary>
    public abstract CancellationToken DrainingToken { get; }

    /// <summary>
    /// How many items of this side's streams in the call were dropped because the peer consumes too slowly (<see cref="RpcStreamAttribute"/>). Zero once the
    /// call has completed.
    /// </summary>
    public virtual long ItemsDropped => 0;

    /// <summary>Sends metadata ahead of the result. At most once per call; does not wait for the network.</summary>
    /// <exception cref="InvalidOperationException">Headers were sent already, or the call is one-way.</exception>
    /// <exception cref="RpcException"><see cref="RpcStatusCode.ResourceExhausted"/>: they exceed the caller's metadata limit.</exception>
    /// <exception cref="ObjectDisposedException">The call has completed.</exception>
    public abstract void SendHeaders(RpcMetadata headers);
}
