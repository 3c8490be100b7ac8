using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;

namespace RpcWss.Connections;

/// <summary>The other end, as services and applications see it.</summary>
internal sealed class ConnectionPeer(RpcConnection connection, ClaimsPrincipal user) : RpcPeer
{
    private const int IdBytes = 16;

    public override string Id { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));

    public override ClaimsPrincipal User { get; } = user;

    public override CancellationToken Disconnected => connection.Ended;

    public override TContract GetProxy<TContract>() => connection.GetProxy<TContract>();
}
