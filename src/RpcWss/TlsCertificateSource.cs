using System.Security.Cryptography.X509Certificates;
using RpcWss.Security;

namespace RpcWss;

/// <summary>
/// Where a certificate with its private key comes from. Files are looked at again when a connection opens, at most once a second: what is new in them serves new
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
    /// <param name="intermediates">The certificates between it and its root, which are sent with it.</param>
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
    /// <param name="certificatePath">The certificate, followed by the intermediates that are sent with it.</param>
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

    /// <summary>What it is, for messages.</summary>
    internal abstract string Description { get; }

    /// <summary>Is another text when there is something new to read. Cheap; throws no more than an <see cref="IOException"/>.</summary>
    internal abstract string Version { get; }

    /// <summary>Reads the certificate and what is sent with it.</summary>
    internal abstract CertificateWithChain Read();
}
