using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using RpcWss.Protocol;

namespace RpcWss.Endpoint;

/// <summary>What a request must be to get a WebSocket, in the order in which it is checked.</summary>
internal static class UpgradeRules
{
    /// <summary>Why the request is refused; null when it is not.</summary>
    public static Refusal? Check(HttpContext context, ServerSetup setup)
    {
        HttpRequest request = context.Request;
        if (!request.IsHttps && !(setup.AllowUnencryptedLoopback && IsLoopback(context.Connection)))
        {
            return new(StatusCodes.Status403Forbidden, setup.AllowUnencryptedLoopback
                ? "This endpoint takes unencrypted connections from the same computer alone. Use wss."
                : "This endpoint takes encrypted connections alone. Use wss. (Behind a proxy that terminates TLS the host needs the forwarded-headers middleware.)");
        }

        if (setup.ChecksServerName && IsMisdirected(context))
        {
            return new(StatusCodes.Status421MisdirectedRequest, "The Host header names another host than the TLS handshake did. Connect to the host that is meant.");
        }

        if (HttpProtocol.IsHttp10(request.Protocol) || request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
        {
            return new(StatusCodes.Status400BadRequest, "A WebSocket is opened with HTTP/1.1 or HTTP/2 and without a request body.");
        }

        if (!context.WebSockets.IsWebSocketRequest)
        {
            // HTTP/2 has no Upgrade header and so no use for 426 (RFC 9110 §15.5.22).
            return HttpProtocol.IsHttp11(request.Protocol)
                ? new(StatusCodes.Status426UpgradeRequired, $"This is an RpcWss endpoint: connect with a WebSocket, version 13, subprotocol {ProtocolConstants.Subprotocol}.")
                : new(StatusCodes.Status400BadRequest, $"This is an RpcWss endpoint: connect with a WebSocket (RFC 8441), subprotocol {ProtocolConstants.Subprotocol}.");
        }

        if (!setup.Origins.Allows(request))
        {
            return new(StatusCodes.Status403Forbidden, "Pages of this origin may not connect here. The host lists further origins in AllowedOrigins.");
        }

        if (!context.WebSockets.WebSocketRequestedProtocols.Contains(ProtocolConstants.Subprotocol))
        {
            return new(StatusCodes.Status400BadRequest, $"The client did not ask for the subprotocol {ProtocolConstants.Subprotocol}, the only one here. Use an RpcWss client of the same major version.");
        }

        return null;
    }

    /// <summary>RFC 9110 §7.4: a request for a host that this connection was not opened for. A client that connects by address names none in its handshake.</summary>
    private static bool IsMisdirected(HttpContext context) =>
        context.Features.Get<ISslStreamFeature>()?.SslStream.TargetHostName is { Length: > 0 } name
        && !name.Equals(context.Request.Host.Host.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(ConnectionInfo connection) =>
        connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local } && IPAddress.IsLoopback(remote) && IPAddress.IsLoopback(local);
}
