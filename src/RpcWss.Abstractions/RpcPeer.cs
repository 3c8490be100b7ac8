using System.Security.Claims;

namespace RpcWss;

/// <summary>The other end of a connection. Thread-safe.</summary>
public abstract class RpcPeer
{
    /// <summary>Identifies the connection within this process's lifetime: 22 characters, not guessable.</summary>
    public abstract string Id { get; }

    /// <summary>
    /// Who the peer is, as the endpoint authenticated it; an anonymous principal when it was not, and on a client. A token that the peer sends later replaces it: for
    /// calls, see <see cref="RpcCallContext.User"/>.
    /// </summary>
    public abstract ClaimsPrincipal User { get; }

    /// <summary>Fires when the connection has ended, for whatever reason.</summary>
    public abstract CancellationToken Disconnected { get; }

    /// <summary>
    /// A proxy of a contract that this peer hosts. Cheap; may be kept. Whether the peer hosts the contract shows at the first call:
    /// <see cref="RpcStatusCode.Unimplemented"/>. After the connection ended calls fail with <see cref="RpcStatusCode.Unavailable"/>.
    /// </summary>
    public abstract TContract GetProxy<TContract>() where TContract : class, IRpcContract<TContract>;
}
