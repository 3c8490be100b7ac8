using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
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

    /// <summary>Which roots a server's certificate may lead to. Default: <see cref="TlsTrustMode.System"/>.</summary>
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
