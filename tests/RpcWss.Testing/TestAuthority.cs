using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Testing;

/// <summary>A certificate authority that lives in memory. Its certificates are disposed of with it. Thread-safe.</summary>
public sealed class TestAuthority : IDisposable
{
    /// <summary>id-kp-serverAuth.</summary>
    public const string ServerUsage = "1.3.6.1.5.5.7.3.1";

    /// <summary>id-kp-clientAuth.</summary>
    public const string ClientUsage = "1.3.6.1.5.5.7.3.2";

    private static readonly TimeSpan _year = TimeSpan.FromDays(365);

    private readonly List<X509Certificate2> _made = [];    // under a lock on itself
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
        CertificateRequest request = TestRequest.Create(name, [], new CertificateTraits { IsAuthority = true, Usage = null }, key);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return new TestAuthority(request.CreateSelfSigned(now - (2 * _year), now + (2 * _year)));
    }

    /// <summary>Creates a certificate that vouches for itself and for nothing else. The caller disposes of it.</summary>
    public static X509Certificate2 CreateSelfSigned(string commonName, params string[] names)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return TestRequest.Create(commonName, names, new CertificateTraits(), key).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    /// <summary>Creates an authority below this one.</summary>
    /// <param name="name">Its common name.</param>
    /// <param name="traits">What it is like; one that is no authority may issue all the same. Default: valid for a year either way.</param>
    public TestAuthority CreateIntermediate(string name, CertificateTraits? traits = null) =>
        new(Sign(name, [], traits ?? new CertificateTraits { IsAuthority = true, Usage = null, ValidFrom = _year, ValidFor = _year }));

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
        TimeSpan day = TimeSpan.FromDays(1);
        return Issue(commonName, names, new CertificateTraits { ValidFrom = validFrom ?? day, ValidFor = validFor ?? day, RevocationList = revocationList, Usage = usage });
    }

    /// <summary>Issues a certificate with any traits.</summary>
    public X509Certificate2 Issue(string commonName, string[] names, CertificateTraits traits)
    {
        X509Certificate2 issued = Sign(commonName, names, traits);
        lock (_made)
        {
            _made.Add(issued);
        }

        return issued;
    }

    /// <summary>The revocation list, DER, with these certificates on it; good for a day from now.</summary>
    public byte[] RevocationList(params X509Certificate2[] revoked) => RevocationList(_now.AddDays(1), revoked);

    /// <summary>The revocation list, DER, with these certificates on it.</summary>
    /// <param name="nextUpdate">When it expires; it was made two days before.</param>
    /// <param name="revoked">What is on it.</param>
    public byte[] RevocationList(DateTimeOffset nextUpdate, params X509Certificate2[] revoked)
    {
        var list = new CertificateRevocationListBuilder();
        foreach (X509Certificate2 certificate in revoked)
        {
            list.AddEntry(certificate, nextUpdate.AddDays(-2));
        }

        return list.Build(Certificate, 1, nextUpdate, HashAlgorithmName.SHA256, thisUpdate: nextUpdate.AddDays(-2));
    }

    public void Dispose() => _made.ForEach(certificate => certificate.Dispose());

    private X509Certificate2 Sign(string commonName, string[] names, CertificateTraits traits)
    {
        if (traits.RsaKeySize is not { } size)
        {
            using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using X509Certificate2 bare = Sign(TestRequest.Create(commonName, names, traits, key), traits);
            return Usable(bare.CopyWithPrivateKey(key));
        }

        using RSA rsa = RSA.Create(size);
        using X509Certificate2 signed = Sign(TestRequest.Create(commonName, names, traits, rsa), traits);
        return Usable(signed.CopyWithPrivateKey(rsa));
    }

    // By a generator: issuing by a certificate would refuse what is wrong on purpose, such as dates outside the issuer's.
    private X509Certificate2 Sign(CertificateRequest request, CertificateTraits traits)
    {
        using ECDsa key = Certificate.GetECDsaPrivateKey()!;
        X509SignatureGenerator generator = traits.IsSignedWithSha1 ? new Sha1Signature(key) : X509SignatureGenerator.CreateForECDsa(key);
        byte[] serial = RandomNumberGenerator.GetBytes(12);
        serial[0] &= 0x7F;
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false));
        return request.Create(Certificate.SubjectName, generator, _now - traits.ValidFrom, _now + traits.ValidFor, serial);
    }

    private static X509Certificate2 Usable(X509Certificate2 whole)
    {
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
