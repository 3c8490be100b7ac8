using System.Collections.ObjectModel;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using RpcWss.Security;

namespace RpcWss;

/// <summary>
/// How connections are encrypted and whom they trust. The defaults are <see cref="Intermediate"/>: TLS 1.2 and 1.3, the operating system's
/// roots, revocation checked as far as it can be. Immutable; vary one with <c>with</c>.
/// </summary>
/// <example>
/// <code>
/// TlsPolicy policy = TlsPolicy.Modern with { TrustMode = TlsTrustMode.OwnRoots, TrustedRoots = [ourRoot] };
/// </code>
/// </example>
public sealed record TlsPolicy
{
    /// <summary>TLS 1.2 and 1.3: the default, which every server of the last decade can meet.</summary>
    public static TlsPolicy Intermediate { get; } = new();

    /// <summary>TLS 1.3 alone: for where both ends are known to have it.</summary>
    public static TlsPolicy Modern { get; } = new() { MinimumVersion = SslProtocols.Tls13 };

    /// <summary>
    /// The oldest TLS version that is accepted: <see cref="SslProtocols.Tls12"/>, the default, or <see cref="SslProtocols.Tls13"/>. The newest
    /// version that both ends have is used.
    /// </summary>
    public SslProtocols MinimumVersion { get; init; } = SslProtocols.Tls12;

    /// <summary>
    /// The cipher suites that may be used, the most preferred first; the platform may order them itself. Default: empty, which is the platform's choice for TLS 1.3, all of
    /// it sound, and for TLS 1.2 on a server those of Mozilla's "intermediate" recommendation (forward secrecy and authenticated encryption alone). Linux and macOS only; on
    /// Windows the system's policy decides, and a list here is refused at start-up. Suites of one TLS version alone leave the other out. A list, like TLS 1.2 on a server, costs session resumption: some 2 ms of processor time a
    /// connection.
    /// </summary>
    public IReadOnlyList<TlsCipherSuite> CipherSuites { get; init; } = [];

    /// <summary>
    /// A server's certificates, by the host names that clients ask for (SNI, RFC 6066 §3): a name, a wildcard such as <c>*.example.com</c> for one label, or
    /// <c>*</c> for every other name and for clients that name none, which a client that connects to an IP address does not. A name without a certificate has its handshake
    /// refused. Default: none. A client does not read it.
    /// </summary>
    public IReadOnlyDictionary<string, TlsCertificateSource> ServerCertificates { get; init; } = ReadOnlyDictionary<string, TlsCertificateSource>.Empty;

    /// <summary>
    /// Whether a server asks clients for certificates, which must then lead to a root that this policy trusts and be for client authentication. Default:
    /// <see cref="TlsClientAuthentication.None"/>. Anything else needs own roots: any public authority would else vouch for clients. A client does not read it.
    /// </summary>
    public TlsClientAuthentication ClientAuthentication { get; init; }

    /// <summary>The certificate that a client shows to a server that asks for one. Default: null, none. A server does not read it.</summary>
    public TlsCertificateSource? ClientCertificate { get; init; }

    /// <summary>
    /// Which roots the peer's certificate may lead to: a server's at a client, and with <see cref="ClientAuthentication"/> a client's at a server. Default:
    /// <see cref="TlsTrustMode.System"/>.
    /// </summary>
    public TlsTrustMode TrustMode { get; init; }

    /// <summary>
    /// Own roots; they count with a <see cref="TrustMode"/> that says so. Default: none. The certificates are not copied and must not be disposed of
    /// while the policy is used.
    /// </summary>
    public IReadOnlyList<X509Certificate2> TrustedRoots { get; init; } = [];

    /// <summary>
    /// Public keys of which a server's validated certificate chain must hold at least one: the SHA-256 of the SubjectPublicKeyInfo, as 44 characters
    /// of Base64 or 64 hexadecimal digits. In addition to the chain's validation, never instead of it. Default: none, nothing is pinned. Pin a spare
    /// key as well, or replacing the server's key locks the clients out.
    /// </summary>
    /// <example><code>openssl x509 -in server.pem -pubkey -noout | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64</code></example>
    public IReadOnlyList<string> PinnedKeys { get; init; } = [];

    /// <summary>
    /// Whether revocation is checked. Default: <see cref="TlsRevocationMode.BestEffort"/>. Tighten it to <see cref="TlsRevocationMode.Required"/>
    /// where the lists can always be reached.
    /// </summary>
    public TlsRevocationMode Revocation { get; init; }

    /// <summary>
    /// How long finding out about revocation, and fetching a missing intermediate certificate, may take. Default: 5 seconds. After it, with
    /// <see cref="TlsRevocationMode.BestEffort"/>, the connection goes on.
    /// </summary>
    public TimeSpan RetrievalTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Reads a policy from configuration: the properties by their names, <c>Preset</c> (<c>Modern</c> or <c>Intermediate</c>, the default) for those that are left out,
    /// <c>TrustedRoots</c> as paths of PEM files (which makes <c>TrustMode</c> <c>OwnRoots</c> unless it is given), and certificates as <c>Certificate</c> with <c>Key</c>, PEM
    /// files, or without, a PKCS#12 file, and <c>Password</c>; or as <c>Name</c>, <c>Store</c> and <c>Location</c>, one of the system's stores, which are what
    /// <see cref="TlsCertificateSource.FromStore"/> takes.
    /// </summary>
    /// <example>
    /// <code>
    /// "RpcWss": { "Tls": { "Preset": "Modern", "ServerCertificates": { "*": { "Certificate": "server.pem", "Key": "server.key" } } } }
    /// </code>
    /// </example>
    /// <exception cref="ArgumentException">A setting is unknown or not possible; the message names it and says what it may be.</exception>
    public static TlsPolicy FromConfiguration(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return TlsConfiguration.Read(section);
    }

    /// <summary>Checks that the values are possible together.</summary>
    /// <exception cref="ArgumentException">One is not; the message names it and what it may be.</exception>
    internal void Validate()
    {
        if (MinimumVersion is not (SslProtocols.Tls12 or SslProtocols.Tls13))
        {
            throw new ArgumentException($"TlsPolicy.MinimumVersion is {MinimumVersion}; it must be Tls12 or Tls13.", nameof(MinimumVersion));
        }

        if (TrustMode == TlsTrustMode.System && TrustedRoots.Count > 0)
        {
            throw new ArgumentException(
                "TlsPolicy.TrustedRoots has certificates that TrustMode System ignores; set TrustMode to OwnRoots or Both, or leave TrustedRoots out.", nameof(TrustMode));
        }

        if (TrustMode != TlsTrustMode.System && TrustedRoots.Count == 0)
        {
            throw new ArgumentException($"TlsPolicy.TrustMode is {TrustMode} without any root; add it to TrustedRoots.", nameof(TrustedRoots));
        }

        if (RetrievalTimeout <= TimeSpan.Zero || RetrievalTimeout > TimeSpan.FromMinutes(1))
        {
            throw new ArgumentException($"TlsPolicy.RetrievalTimeout is {RetrievalTimeout}; it must be more than zero and at most a minute.", nameof(RetrievalTimeout));
        }

        if (CipherSuites.Count > 0 && OperatingSystem.IsWindows())
        {
            throw new ArgumentException("TlsPolicy.CipherSuites cannot be chosen by a process on Windows; leave it out and set the system's policy.", nameof(CipherSuites));
        }

        if (TlsVersions.Enabled(this) == SslProtocols.None)
        {
            throw new ArgumentException("TlsPolicy.CipherSuites has none for TLS 1.3, which MinimumVersion demands; add one such as TLS_AES_128_GCM_SHA256.", nameof(CipherSuites));
        }

        foreach (string pin in PinnedKeys)
        {
            if (!KeyPin.TryParse(pin, out _))
            {
                throw new ArgumentException(
                    $"TlsPolicy.PinnedKeys has \"{pin}\"; a pin is the SHA-256 of a SubjectPublicKeyInfo, as 44 characters of Base64 or 64 hexadecimal digits.", nameof(PinnedKeys));
            }
        }
    }
}
