using System.Security.Cryptography.X509Certificates;
using RpcWss.Security;

namespace RpcWss;

/// <summary>
/// Where a certificate with its private key comes from. Files and stores are looked at again when a connection opens, at most once a second: what is new in them serves new
/// connections once it has been read whole and found fit, and live connections stay as they are. Immutable and thread-safe.
/// </summary>
/// <example>
/// <code>
/// TlsPolicy policy = TlsPolicy.Modern with
/// {
///     ServerCertificates = new Dictionary&lt;string, TlsCertificateSource&gt; { ["*"] = TlsCertificateSource.FromPemFiles("server.pem", "server.key") },
/// };
/// </code>
/// </example>
public abstract class TlsCertificateSource
{
    private protected TlsCertificateSource()
    {
    }

    /// <summary>A certificate in memory, which never changes. Neither it nor the intermediates are copied, and they must not be disposed of while they are used.</summary>
    /// <param name="certificate">The certificate, with its private key.</param>
    /// <param name="intermediates">
    /// The certificates between it and its root, which are sent with it. The root, where it is one that the system does not know, lets a server staple OCSP answers; it is not sent.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="certificate"/> has no private key.</exception>
    public static TlsCertificateSource FromCertificate(X509Certificate2 certificate, params IEnumerable<X509Certificate2> intermediates)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(intermediates);
        return certificate.HasPrivateKey
            ? new GivenCertificate(certificate, [.. intermediates])
            : throw new ArgumentException("The certificate has no private key. Load it together with its key.", nameof(certificate));
    }

    /// <summary>PEM files, as ACME clients write them (RFC 7468).</summary>
    /// <param name="certificatePath">The certificate, followed by the intermediates that are sent with it, and by the root if the system does not know it (see <see cref="FromCertificate"/>).</param>
    /// <param name="keyPath">Its private key.</param>
    /// <param name="password">The key's password; null where it is not encrypted.</param>
    public static TlsCertificateSource FromPemFiles(string certificatePath, string keyPath, string? password = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(certificatePath);
        ArgumentException.ThrowIfNullOrEmpty(keyPath);
        return new PemFiles(certificatePath, keyPath, password);
    }

    /// <summary>A PKCS#12 file: the certificate, its private key, and the intermediates that are sent with it (RFC 7292).</summary>
    /// <param name="path">The file.</param>
    /// <param name="password">Its password; null for none.</param>
    public static TlsCertificateSource FromPfxFile(string path, string? password = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new PfxFile(path, password);
    }

    /// <summary>
    /// A certificate of one of the system's stores: of those there that are for the name, have a private key and are valid now, the one that is valid for longest. One that is added
    /// later replaces it. What is between it and its root comes from the system's stores of authorities.
    /// </summary>
    /// <param name="name">A host name that it is for, or its subject's common name, as clients' certificates have.</param>
    /// <param name="store">The store. Default: <see cref="StoreName.My"/>.</param>
    /// <param name="location">Whose. Default: <see cref="StoreLocation.CurrentUser"/>, the one place on Linux that holds private keys.</param>
    public static TlsCertificateSource FromStore(string name, StoreName store = StoreName.My, StoreLocation location = StoreLocation.CurrentUser)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new StoreCertificate(name, store, location);
    }

    /// <summary>What it is, for messages.</summary>
    internal abstract string Description { get; }

    /// <summary>Is another text when there is something new to read. Cheap; throws no more than an <see cref="IOException"/>.</summary>
    internal abstract string Version { get; }

    /// <summary>Reads the certificate and what is sent with it.</summary>
    internal abstract CertificateWithChain Read();
}
