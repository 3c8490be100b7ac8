using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace RpcWss.Endpoint;

/// <summary>
/// Which pages may open a connection: a browser sends a user's cookies with a WebSocket of any page (cross-site WebSocket hijacking), and CORS does
/// not apply. An Origin that is present must be the endpoint's own or listed.
/// </summary>
internal sealed class OriginRule
{
    private readonly HashSet<string> _allowed = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">What is listed is no origin.</exception>
    public OriginRule(IEnumerable<string> allowed)
    {
        foreach (string origin in allowed)
        {
            _allowed.Add(Parse(origin) ?? throw new ArgumentException(
                $"AllowedOrigins has \"{origin}\", which is not an origin. Write scheme, host and port, such as https://app.example or https://app.example:8443, one entry for each."));
        }
    }

    public bool Allows(HttpRequest request)
    {
        StringValues origins = request.Headers.Origin;
        if (origins.Count == 0)
        {
            return true;
        }

        // "null", which sandboxed pages and files send, is nobody's origin and does not parse; nor does a list.
        return origins.Count == 1
            && Parse(origins[0]) is { } origin
            && (_allowed.Contains(origin) || origin.Equals(Parse($"{request.Scheme}://{request.Host}"), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The origin in one form, without a default port; null for what is none (RFC 6454 §6.2).</summary>
    private static string? Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}"
            : null;
}
