using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using RpcWss.Protocol;
using RpcWss.Security;

namespace RpcWss.Client;

/// <summary>Describes an HTTP answer that is no WebSocket.</summary>
internal static class HttpRefusal
{
    /// <summary>The header in which our own endpoints say why, since a client cannot read the body of a refused upgrade.</summary>
    public const string ReasonHeader = "RpcWss-Reason";

    /// <summary>The header in which they name the kind of failure, where the status alone does not.</summary>
    public const string FailureHeader = "RpcWss-Failure";

    /// <summary>In <see cref="FailureHeader"/>: the client's certificate was refused, or is missing.</summary>
    public const string ClientCertificate = "client-certificate";

    public static RpcConnectException Describe(string address, ClientWebSocket socket, Exception error)
    {
        HttpStatusCode status = socket.HttpStatusCode;
        // Over HTTP/2 an open WebSocket has the status of an ordinary page (RFC 8441 §5).
        if (status == HttpStatusCode.SwitchingProtocols || error is WebSocketException { WebSocketErrorCode: WebSocketError.UnsupportedProtocol })
        {
            return Subprotocol(address, socket, error);
        }

        if (status == HttpStatusCode.Forbidden && Header(socket, FailureHeader) == ClientCertificate)
        {
            return new RpcConnectException(
                RpcConnectFailure.ClientCertificate,
                $"{address} does not let this client in: \"{PeerText.Clean(Header(socket, ReasonHeader) ?? "")}\" Set TlsPolicy.ClientCertificate to one that its operator accepts.", error)
            {
                HttpStatus = status,
            };
        }

        RpcConnectFailure reason = status == HttpStatusCode.Unauthorized ? RpcConnectFailure.Unauthenticated : RpcConnectFailure.HttpRefused;
        string said = Header(socket, ReasonHeader) is { } text ? $": \"{PeerText.Clean(text)}\"" : "";
        return new RpcConnectException(reason, $"{address} answered {(int)status}{said}. {Advice(status, socket)}", error)
        {
            HttpStatus = status,
            RetryAfter = RetryAfter(socket),
        };
    }

    public static RpcConnectException Subprotocol(string address, ClientWebSocket socket, Exception? error = null) => new(
        RpcConnectFailure.Subprotocol,
        $"{address} opened a WebSocket without the subprotocol {ProtocolConstants.Subprotocol}: it is not an RpcWss endpoint, or one of another version. Check the path, and the versions of both ends.", error)
    {
        HttpStatus = socket.HttpStatusCode,
    };

    private static string Advice(HttpStatusCode status, ClientWebSocket socket) => status switch
    {
        HttpStatusCode.Unauthorized => "Send credentials, by RpcClientOptions.AccessTokenProvider or RpcClientOptions.Headers, or see whether they have expired and are meant for this server.",
        HttpStatusCode.Forbidden => "It knows who is asking and refuses; ask its operator for access.",
        HttpStatusCode.NotFound => "Check the path: nothing is mapped there.",
        HttpStatusCode.UpgradeRequired or HttpStatusCode.OK => "It got an ordinary request instead of a WebSocket's: a proxy on the way may not pass upgrades on, or the path is another page's.",
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => "Try again later.",
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
            $"Redirects are not followed; use the address that it names{(Header(socket, "Location") is { } location ? $", {PeerText.Clean(location)}," : "")} if you trust it.",
        _ => "See the server's log.",
    };

    private static TimeSpan? RetryAfter(ClientWebSocket socket) =>
        int.TryParse(Header(socket, "Retry-After"), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? TimeSpan.FromSeconds(seconds) : null;

    private static string? Header(ClientWebSocket socket, string name)
    {
        foreach ((string key, IEnumerable<string> values) in socket.HttpResponseHeaders ?? new Dictionary<string, IEnumerable<string>>())
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return values.FirstOrDefault();
            }
        }

        return null;
    }
}
