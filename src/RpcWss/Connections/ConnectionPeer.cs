using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;

namespace RpcWss.Connections;

/// <summary>The other end, as services and applications see it.</summary>
internal sealed class ConnectionPeer(RpcConnection connection, ClaimsPrincipal user) : RpcPeer
{
    private const int IdBytes = 16;

    private volatile ClaimsPrincipal _user = user;

    public override string Id { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));

    public override ClaimsPrincipal User => _user;

    public override CancellationToken Disconnected => connection.Ended;

    /// <summary>The peer has authenticated anew.</summary>
    public void Become(ClaimsPrincipal newUser) => _user = newUser;

    public override TContract GetProxy<TContract>() => connection.GetProxy<TContract>();
}
