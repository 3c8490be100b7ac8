namespace RpcWss;

/// <summary>Which version of HTTP a client opens its WebSocket over. TLS, its policy and every other rule are the same over each.</summary>
public enum RpcHttpVersion
{
    /// <summary>HTTP/1.1 Upgrade (RFC 6455): a TCP connection and a TLS handshake for each connection. Passes whatever is on the way.</summary>
    Http11 = 0,

    /// <summary>
    /// HTTP/2 (RFC 8441) where the server opens WebSockets over it, else HTTP/1.1. Connections that share (<see cref="RpcClientOptions.Sharing"/>) open over one TLS connection.
    /// </summary>
    Http2OrHttp11 = 1,

    /// <summary>HTTP/2 alone; a server that does not open WebSockets over it is <see cref="RpcConnectFailure.HttpVersion"/>.</summary>
    Http2 = 2,

    /// <summary>
    /// Refused with an <see cref="ArgumentException"/>: neither .NET's WebSocket client nor ASP.NET Core's server opens WebSockets over HTTP/3 (RFC 9220) yet.
    /// </summary>
    Http3 = 3,
}
