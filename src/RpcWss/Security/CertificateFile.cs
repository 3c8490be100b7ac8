using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>A certificate in PEM files.</summary>
internal sealed class PemFiles(string certificatePath, string keyPath, string? password) : TlsCertificateSource
{
    internal override string Description => $"{certificatePath} with the key {keyPath}";

    internal override string Version => $"{CertificateFile.VersionOf(certificatePath)} {CertificateFile.VersionOf(keyPath)}";

    internal override CertificateWithChain Read()
    {
        X509Certificate2 read = password is null
            ? X509Certificate2.CreateFromPemFile(certificatePath, keyPath)
            : X509Certificate2.CreateFromEncryptedPemFile(certificatePath, password, keyPath);
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(certificatePath);
        return CertificateWithChain.Of(CertificateFile.Usable(read), all);
    }
}

/// <summary>A certificate in a PKCS#12 file.</summary>
internal sealed class PfxFile(string path, string? password) : TlsCertificateSource
{
    internal override string Description => path;

    internal override string Version => CertificateFile.VersionOf(path);

    internal override CertificateWithChain Read()
    {
        X509Certificate2Collection all = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password, X509KeyStorageFlags.DefaultKeySet);
        X509Certificate2 certificate = all.FirstOrDefault(static found => found.HasPrivateKey) ?? throw new CryptographicException("There is no certificate with a private key in it.");
        return CertificateWithChain.Of(certificate, all);
    }
}

/// <summary>What files of both kinds need.</summary>
internal static class CertificateFile
{
    /// <summary>A replaced file differs in one of these, also when a link leads to another one now.</summary>
    public static string VersionOf(string path)
    {
        var file = new FileInfo(path);
        if (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
        {
            file = target;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.LastWriteTimeUtc.Ticks} {(file.Exists ? file.Length : -1)}");
    }

    /// <summary>Windows' TLS does not take a key that was never stored.</summary>
    public static X509Certificate2 Usable(X509Certificate2 read)
    {
        if (!OperatingSystem.IsWindows())
        {
            return read;
        }

        using (read)
        {
            return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
        }
    }
}
