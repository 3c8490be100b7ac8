using System.Net;
using System.Security.Claims;

namespace RpcWss.Endpoint;

/// <summary>What one connection takes of the <see cref="ConnectionQuota"/>. The user may become known while it is open; by then nobody else looks.</summary>
internal sealed class ConnectionSeat(ConnectionQuota quota, ClaimsPrincipal user, IPAddress? address)
{
    private ClaimsPrincipal _user = user;

    /// <summary>Counts the connection to a user, where it was nobody's; false when that user has too many.</summary>
    public bool TryIdentify(ClaimsPrincipal identified)
    {
        if (!quota.TryIdentify(identified))
        {
            return false;
        }

        _user = identified;
        return true;
    }

    public void Leave() => quota.Leave(_user, address);
}
