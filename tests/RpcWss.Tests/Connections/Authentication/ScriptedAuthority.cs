using System.Collections.Concurrent;
using System.Security.Claims;
using RpcWss.Connections.Authentication;

namespace RpcWss.Tests.Connections.Authentication;

/// <summary>Judges tokens as a test says. Without that <c>good-NAME</c> is NAME's and anything else nobody's.</summary>
internal sealed class ScriptedAuthority : TokenAuthority
{
    public Func<string, CancellationToken, Task<TokenVerdict>>? OnJudge { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public ConcurrentQueue<string> Judged { get; } = new();

    public ConcurrentQueue<string> Admitted { get; } = new();

    public static ClaimsPrincipal User(string name) => new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "test"));

    public override Task<TokenVerdict> JudgeAsync(RpcConnection connection, string scheme, string token, CancellationToken cancellationToken)
    {
        Judged.Enqueue($"{scheme} {token}");
        if (OnJudge is { } judge)
        {
            return judge(token, cancellationToken);
        }

        return Task.FromResult(token.StartsWith("good-", StringComparison.Ordinal)
            ? TokenVerdict.Accepted(User(token["good-".Length..]), ExpiresAt)
            : TokenVerdict.Refused(RpcStatusCode.Unauthenticated, "No such token."));
    }

    public override void Accepted(RpcConnection connection) => Admitted.Enqueue(connection.Peer.User.Identity!.Name!);
}
