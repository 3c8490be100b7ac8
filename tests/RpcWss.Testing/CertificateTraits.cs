namespace RpcWss.Testing;

/// <summary>What a certificate is like, beyond its names. The defaults are those of a sound server certificate.</summary>
public sealed record CertificateTraits
{
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    /// <summary>How long ago it became valid; negative for in the future.</summary>
    public TimeSpan ValidFrom { get; init; } = _day;

    /// <summary>How long from now it stays valid; negative for expired.</summary>
    public TimeSpan ValidFor { get; init; } = _day;

    /// <summary>Where its revocation list is; null for nowhere.</summary>
    public Uri? RevocationList { get; init; }

    /// <summary>Where its issuer answers whether it has been revoked (OCSP); null for nowhere.</summary>
    public Uri? OcspResponder { get; init; }

    /// <summary>The extended key usage; null leaves it out.</summary>
    public string? Usage { get; init; } = TestAuthority.ServerUsage;

    /// <summary>Whether it may issue others.</summary>
    public bool IsAuthority { get; init; }

    /// <summary>The one domain that it may issue certificates for; null for any.</summary>
    public string? PermittedDomain { get; init; }

    /// <summary>The size of its RSA key; null for a key on the curve P-256.</summary>
    public int? RsaKeySize { get; init; }

    /// <summary>Whether its signature rests on SHA-1.</summary>
    public bool IsSignedWithSha1 { get; init; }
}
