using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Testing;

/// <summary>A certificate authority that lives in memory. Its certificates are disposed of with it.</summary>
public sealed class TestAuthority : IDisposable
{
    /// <summary>id-kp-serverAuth.</summary>
    public const string ServerUsage = "1.3.6.1.5.5.7.3.1";

    /// <summary>id-kp-clientAuth.</summary>
    public const string ClientUsage = "1.3.6.1.5.5.7.3.2";

    private readonly List<X509Certificate2> _made = [];
    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;

    private TestAuthority(X509Certificate2 certificate)
    {
        Certificate = certificate;
        _made.Add(certificate);
    }

    /// <summary>The authority's own certificate, with its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Creates a root.</summary>
    public static TestAuthority CreateRoot(string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = AuthorityRequest(name, key);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return new TestAuthority(request.CreateSelfSigned(now.AddYears(-2), now.AddYears(2)));
    }

    /// <summary>Creates an authority below this one; this one's lifetime must cover it.</summary>
    public TestAuthority CreateIntermediate(string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new TestAuthority(Sign(AuthorityRequest(name, key), key, _now.AddYears(-1), _now.AddYears(1)));
    }

    /// <summary>Issues a server certificate.</summary>
    /// <param name="commonName">The subject's common name.</param>
    /// <param name="names">The subject alternative names, DNS names or IP addresses; none leaves the extension out.</param>
    /// <param name="validFrom">How long ago it became valid; negative for in the future. Default: a day.</param>
    /// <param name="validFor">How long from now it stays valid; negative for expired. Default: a day.</param>
    /// <param name="revocationList">Where its revocation list is; null for nowhere.</param>
    /// <param name="usage">What it is for. Default: <see cref="ServerUsage"/>.</param>
    public X509Certificate2 Issue(
        string commonName, string[] names, TimeSpan? validFrom = null, TimeSpan? validFor = null, Uri? revocationList = null, string usage = ServerUsage)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={commonName}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
        if (names.Length > 0)
        {
            var alternative = new SubjectAlternativeNameBuilder();
            foreach (string name in names)
            {
                if (IPAddress.TryParse(name, out IPAddress? address))
                {
                    alternative.AddIpAddress(address);
                }
                else
                {
                    alternative.AddDnsName(name);
                }
            }

            request.CertificateExtensions.Add(alternative.Build());
        }

        if (revocationList is not null)
        {
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([revocationList.AbsoluteUri]));
        }

        TimeSpan day = TimeSpan.FromDays(1);
        X509Certificate2 issued = Sign(request, key, _now - (validFrom ?? day), _now + (validFor ?? day));
        _made.Add(issued);
        return issued;
    }

    /// <summary>The revocation list, DER, with these certificates on it.</summary>
    public byte[] RevocationList(params X509Certificate2[] revoked)
    {
        var list = new CertificateRevocationListBuilder();
        foreach (X509Certificate2 certificate in revoked)
        {
            list.AddEntry(certificate);
        }

        return list.Build(Certificate, 1, _now.AddDays(1), HashAlgorithmName.SHA256);
    }

    public void Dispose() => _made.ForEach(certificate => certificate.Dispose());

    private static CertificateRequest AuthorityRequest(string name, ECDsa key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request;
    }

    private X509Certificate2 Sign(CertificateRequest request, ECDsa key, DateTimeOffset from, DateTimeOffset to)
    {
        byte[] serial = RandomNumberGenerator.GetBytes(12);
        serial[0] &= 0x7F;
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false));
        using X509Certificate2 bare = request.Create(Certificate, from, to, serial);
        X509Certificate2 whole = bare.CopyWithPrivateKey(key);
        if (!OperatingSystem.IsWindows())
        {
            return whole;
        }

        // Windows' TLS does not take a key that was never stored.
        using (whole)
        {
            return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null);
        }
    }
}
