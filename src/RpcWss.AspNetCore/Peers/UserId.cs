using System.Security.Claims;

namespace RpcWss.Peers;

/// <summary>What tells users apart.</summary>
internal static class UserId
{
    /// <summary>The user's id; null for nobody in particular.</summary>
    public static string? Of(ClaimsPrincipal user) =>
        user.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? user.FindFirst("sub")?.Value ?? user.Identity?.Name;
}
