using System.Security.Claims;
using RpcWss.Connections.Authentication;

namespace RpcWss.Fuzz.Runs;

/// <summary>Takes every token that starts with a g as the same user's.</summary>
internal sealed class AnyToken : TokenAuthority
{
    private static readonly ClaimsPrincipal _user = new(new ClaimsIdentity([new Claim(ClaimTypes.Name, "guest")], "fuzz"));

    public override async Task<TokenVerdict> JudgeAsync(RpcConnection connection, string scheme, string token, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return token.StartsWith('g')
            ? TokenVerdict.Accepted(_user, expiresAt: null)
            : TokenVerdict.Refused(RpcStatusCode.Unauthenticated, "No such token.");
    }
}
