using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RpcWss.AspNetCore.Tests;

/// <summary>Believes whatever <c>Authorization: User name</c> says.</summary>
internal sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Name = "Header";

    /// <summary>Adds the scheme alone; the framework's usual way would also make data-protection keys on disk.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(UrlEncoder.Default);
        services.AddAuthorization();
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = Name;
            options.AddScheme<HeaderAuthentication>(Name, null);
        });
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("User ", StringComparison.Ordinal))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, header["User ".Length..])], Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }
}
