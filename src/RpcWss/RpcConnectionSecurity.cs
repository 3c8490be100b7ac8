using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss;

/// <summary>What the two ends of a connection agreed on when it opened. Immutable.</summary>
public sealed record RpcConnectionSecurity
{
    /// <summary>Whether the connection is encrypted end to end by this process. False only behind a trusted TLS-terminating proxy or in memory.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>The TLS version; <see cref="SslProtocols.None"/> where this process does not know it.</summary>
    public SslProtocols Protocol { get; init; }

    /// <summary>The cipher suite's name; null where this process does not know it.</summary>
    public string? CipherSuite { get; init; }

    /// <summary>The host name that the client asked for by SNI, an international one in ASCII; null when there was none, as for an address.</summary>
    public string? ServerName { get; init; }

    /// <summary>The peer's certificate; null when it showed none. Not to be disposed.</summary>
    public X509Certificate2? PeerCertificate { get; init; }

    /// <summary>The HTTP version that the WebSocket was opened over.</summary>
    public Version? HttpVersion { get; init; }
}
