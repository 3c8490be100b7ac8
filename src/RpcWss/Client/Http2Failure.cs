using System.Net.Http;
using RpcWss.Security;

namespace RpcWss.Client;

/// <summary>What only HTTP/2 can fail by.</summary>
internal static class Http2Failure
{
    /// <summary>INADEQUATE_SECURITY (RFC 9113 §7).</summary>
    private const uint InadequateSecurity = 0xC;

    /// <summary>HTTP_1_1_REQUIRED (RFC 9113 §7).</summary>
    private const uint Http11Required = 0xD;

    /// <returns>Null where it is something else.</returns>
    public static RpcConnectException? Classify(string address, HttpRequestError? kind, Exception error) => kind switch
    {
        HttpRequestError.ExtendedConnectNotSupported => new RpcConnectException(
            RpcConnectFailure.HttpVersion,
            $"{address} speaks HTTP/2 but does not open WebSockets over it (RFC 8441). Use RpcHttpVersion.Http2OrHttp11 or Http11, or see whether a proxy before the server ends HTTP/2.", error),
        // Also HTTP_1_1_REQUIRED, by which a server sends one request back to HTTP/1.1.
        HttpRequestError.VersionNegotiationError => NotSpoken(address, error),
        _ => null,
    };

    public static RpcConnectException NotSpoken(string address, Exception error) => new(
        RpcConnectFailure.HttpVersion,
        $"{address} does not speak HTTP/2, or not for this request. Use RpcHttpVersion.Http2OrHttp11 or Http11, or enable HTTP/2 at the server.", error);

    /// <summary>The server has refused the whole connection, as ours do to a client whose certificate they do not accept.</summary>
    public static RpcConnectException Refused(string address, GoAwayNote goAway, Exception error) => goAway.Code switch
    {
        InadequateSecurity => new RpcConnectException(
            RpcConnectFailure.ClientCertificate,
            $"{address} does not let this client in: \"{PeerText.Clean(goAway.Text)}\" Set TlsPolicy.ClientCertificate to one that its operator accepts.", error),
        Http11Required => NotSpoken(address, error),
        _ => new RpcConnectException(
            RpcConnectFailure.PeerClosed,
            $"{address} ended the HTTP/2 connection with error {goAway.Code}: \"{PeerText.Clean(goAway.Text)}\" See the server's log.", error),
    };
}
