using System.Security.Claims;

namespace RpcWss.Connections.Authentication;

/// <summary>Who decides, for a server's connection, on the tokens that its peer presents.</summary>
internal abstract class TokenAuthority
{
    /// <summary>Finds out whose a token is. May run anybody's code, take its time and throw; when it takes too long its verdict is not waited for.</summary>
    public abstract Task<TokenVerdict> JudgeAsync(RpcConnection connection, string scheme, string token, CancellationToken cancellationToken);

    /// <summary>Has the last word before a user becomes the connection's. Returns null, or why not. Returns at once; not called on a connection that ends.</summary>
    public virtual TokenVerdict? FindRefusal(RpcConnection connection, ClaimsPrincipal user) => null;

    /// <summary>The user is the connection's from now on. Told before the peer is.</summary>
    public virtual void Accepted(RpcConnection connection)
    {
    }
}
