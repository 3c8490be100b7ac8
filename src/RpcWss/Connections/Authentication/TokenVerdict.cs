using System.Security.Claims;

namespace RpcWss.Connections.Authentication;

/// <summary>What a token is worth.</summary>
/// <param name="User">Whose it is; null when it is refused.</param>
/// <param name="ExpiresAt">When it expires; null for never.</param>
/// <param name="Code">Why it is refused.</param>
/// <param name="Message">The same for people, at the other end: it holds nothing of the token.</param>
internal sealed record TokenVerdict(ClaimsPrincipal? User, DateTimeOffset? ExpiresAt, RpcStatusCode Code, string? Message)
{
    public static TokenVerdict Accepted(ClaimsPrincipal user, DateTimeOffset? expiresAt) => new(user, expiresAt, RpcStatusCode.OK, null);

    public static TokenVerdict Refused(RpcStatusCode code, string message) => new(null, null, code, message);
}
