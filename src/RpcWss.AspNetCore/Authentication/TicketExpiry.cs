using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace RpcWss.Authentication;

/// <summary>When an authentication expires.</summary>
internal static class TicketExpiry
{
    private static readonly long _last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>What the handler says, or else the token's own claim (RFC 7519 §4.1.4); null for never.</summary>
    public static DateTimeOffset? Of(AuthenticationProperties? properties, ClaimsPrincipal user)
    {
        if (properties?.ExpiresUtc is { } expires)
        {
            return expires;
        }

        return long.TryParse(user.FindFirst("exp")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds <= _last
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }
}
