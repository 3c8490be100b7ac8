using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RpcWss.AspNetCore.Tests.Authentication;

/// <summary>The tokens that a host knows, and the scheme that reads them: <c>Authorization: Bearer token</c>.</summary>
internal sealed class TokenBook
{
    public const string Scheme = "Tokens";

    private readonly ConcurrentDictionary<string, (ClaimsPrincipal User, DateTimeOffset? Expires)> _tokens = new();

    /// <summary>What the handler saw of the last request with a token.</summary>
    public (string Host, string Path, string? Remote, string? Endpoint)? LastRequest { get; private set; }

    /// <summary>Adds the scheme, as the app's default one unless told otherwise.</summary>
    public void AddTo(IServiceCollection services, bool isDefault = true)
    {
        services.AddSingleton(this);
        services.AddSingleton(UrlEncoder.Default);
        services.AddAuthorization(authorization => authorization.AddPolicy("admins", policy => policy.RequireClaim("role", "admin")));
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = isDefault ? Scheme : options.DefaultScheme;
            options.AddScheme<Handler>(Scheme, null);
        });
    }

    public TokenBook Add(string token, string user, string role = "user", DateTimeOffset? expires = null, long? exp = null)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user), new Claim("role", role)], Scheme);
        if (exp is { } seconds)
        {
            identity.AddClaim(new Claim("exp", $"{seconds}"));
        }

        _tokens[token] = (new ClaimsPrincipal(identity), expires);
        return this;
    }

    private sealed class Handler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenBook book)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            string header = Request.Headers.Authorization.ToString();
            if (!header.StartsWith("Bearer ", StringComparison.Ordinal))
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            book.LastRequest = (Request.Host.Host, Request.Path, Context.Connection.RemoteIpAddress?.ToString(), Context.GetEndpoint()?.DisplayName);
            if (!book._tokens.TryGetValue(header["Bearer ".Length..], out (ClaimsPrincipal User, DateTimeOffset? Expires) found))
            {
                return Task.FromResult(AuthenticateResult.Fail("There is no such token."));
            }

            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(found.User, new AuthenticationProperties { ExpiresUtc = found.Expires }, Scheme.Name)));
        }
    }
}
