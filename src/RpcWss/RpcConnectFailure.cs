namespace RpcWss;

/// <summary>Why a connection could not be opened.</summary>
public enum RpcConnectFailure
{
    /// <summary>Something that has no reason of its own; the inner exception says more.</summary>
    Other = 0,

    /// <summary>The host name could not be resolved.</summary>
    NameResolution = 1,

    /// <summary>Nothing listens at the address and port.</summary>
    ConnectionRefused = 2,

    /// <summary>The host or its network cannot be reached.</summary>
    Unreachable = 3,

    /// <summary>It took longer than <see cref="RpcLimits.HandshakeTimeout"/>.</summary>
    Timeout = 4,

    /// <summary>The proxy refused or failed; <see cref="RpcConnectException.HttpStatus"/> is the proxy's, where it gave one.</summary>
    Proxy = 5,

    /// <summary>The server's certificate does not lead to a root that <see cref="TlsPolicy"/> trusts.</summary>
    UntrustedRoot = 10,

    /// <summary>The server's certificate, or one above it, has expired or is not valid yet.</summary>
    CertificateExpired = 11,

    /// <summary>The server's certificate is not for this host; the message says for which it is.</summary>
    CertificateName = 12,

    /// <summary>The server's certificate, or one above it, has been revoked.</summary>
    CertificateRevoked = 13,

    /// <summary>Whether the certificate has been revoked could not be found out, and the policy demands it.</summary>
    RevocationUnknown = 14,

    /// <summary>The certificate is valid, and holds none of the pinned keys.</summary>
    PinMismatch = 15,

    /// <summary>The server's certificate cannot be used for another reason, which the message gives.</summary>
    CertificateInvalid = 16,

    /// <summary>The two ends have no TLS version in common.</summary>
    TlsVersion = 20,

    /// <summary>The server broke off the TLS handshake with an alert; most often no cipher suite is common to both.</summary>
    TlsRefused = 21,

    /// <summary>The server demands a client certificate, or does not accept the one it got.</summary>
    ClientCertificate = 22,

    /// <summary>What answered does not speak TLS.</summary>
    PeerNotTls = 23,

    /// <summary>The peer closed the connection while it was being opened.</summary>
    PeerClosed = 24,

    /// <summary>The server answered the request with something else than a WebSocket; see <see cref="RpcConnectException.HttpStatus"/>.</summary>
    HttpRefused = 30,

    /// <summary>A WebSocket was opened, and the server did not accept the subprotocol: it is not an RpcWss endpoint, or of another version.</summary>
    Subprotocol = 31,

    /// <summary>The server's opening message did not come, or was not acceptable.</summary>
    Hello = 32,

    /// <summary>
    /// The server does not know who this is: it answered 401, did not accept the access token, or requires one and got none; or
    /// <see cref="RpcClientOptions.AccessTokenProvider"/> failed or took too long.
    /// </summary>
    Unauthenticated = 33,

    /// <summary>The server does not open WebSockets over HTTP/2, and <see cref="RpcClientOptions.HttpVersion"/> demands it.</summary>
    HttpVersion = 34,
}
