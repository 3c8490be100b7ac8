using System.Net;

namespace RpcWss.Client;

/// <summary>The rules for what a client connects to. ClientWebSocket would take most of what is refused here without a word.</summary>
internal static class ClientUri
{
    /// <summary>Checks the address and brings it into the form that is dialled.</summary>
    /// <exception cref="ArgumentException">A rule is broken; the message says which.</exception>
    public static Uri Normalize(Uri uri, bool allowUnencryptedLoopback)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!uri.IsAbsoluteUri)
        {
            throw Refuse(uri, "is relative. Give the whole address, such as wss://host/rpc.");
        }

        if (uri.UserInfo.Length > 0)
        {
            // Neither the message nor a log may repeat it.
            throw new ArgumentException("The address holds user information, which would end up in logs. Send credentials with RpcClientOptions.Headers.", nameof(uri));
        }

        if (uri.Scheme != Uri.UriSchemeWss && uri.Scheme != Uri.UriSchemeWs)
        {
            throw Refuse(uri, $"has the scheme {uri.Scheme}. Use wss.");
        }

        if (uri.Fragment.Length > 0)
        {
            throw Refuse(uri, "has a fragment, which a WebSocket address cannot have (RFC 6455 §3). Leave out what follows the #.");
        }

        string host = uri.IdnHost.TrimEnd('.');
        if (host.Length == 0)
        {
            throw Refuse(uri, "has no host.");
        }

        if (uri.Scheme == Uri.UriSchemeWs && !(allowUnencryptedLoopback && IsLoopback(host)))
        {
            throw Refuse(uri, allowUnencryptedLoopback
                ? "is not encrypted, and AllowUnencryptedLoopback allows that to localhost, 127.0.0.0/8 and ::1 alone. Use wss."
                : "is not encrypted. Use wss; for a server on this computer RpcClientOptions.AllowUnencryptedLoopback permits ws.");
        }

        // The name in SNI, in the Host header and in certificates has no trailing dot (RFC 6066 §3). An IPv6 address keeps its brackets.
        return new UriBuilder(uri) { Host = host }.Uri;
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    /// <summary>The query may hold a secret, whatever we advise: messages never repeat it.</summary>
    public static string Describe(Uri uri) => uri.IsAbsoluteUri ? uri.GetLeftPart(UriPartial.Path) : "The address";

    private static ArgumentException Refuse(Uri uri, string why) => new($"{Describe(uri)} {why}", nameof(uri));
}
