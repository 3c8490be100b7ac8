using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>A certificate of one of the system's stores: of those that are fit, the one that is valid for longest, so that adding its successor replaces it.</summary>
internal sealed class StoreCertificate(string name, StoreName storeName, StoreLocation location) : TlsCertificateSource
{
    // A common name such as "device 7" is nobody's host name, and the platform takes no others.
    private readonly bool _mayBeHost = Uri.CheckHostName(name) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6;

    internal override string Description => $"the store {location}/{storeName} for \"{name}\"";

    internal override string Version
    {
        get
        {
            try
            {
                using X509Certificate2? found = Find();
                return found?.Thumbprint ?? "";
            }
            catch (CryptographicException)
            {
                // A store that cannot be opened has nothing new; reading it says why.
                return "";
            }
        }
    }

    // The platform itself looks for what is above it in the stores of authorities.
    internal override CertificateWithChain Read() => CertificateWithChain.Of(
        Find() ?? throw new CryptographicException("There is no certificate for that name in it which has a private key and is valid now."), []);

    private X509Certificate2? Find()
    {
        using var store = new X509Store(storeName, location);
        store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        X509Certificate2? best = null;
        foreach (X509Certificate2 certificate in store.Certificates)
        {
            if (IsFit(certificate) && (best is null || certificate.NotAfter > best.NotAfter))
            {
                best?.Dispose();
                best = certificate;
            }
            else
            {
                certificate.Dispose();
            }
        }

        return best;
    }

    private bool IsFit(X509Certificate2 certificate)
    {
        DateTime now = DateTime.Now;
        return certificate.HasPrivateKey && certificate.NotBefore <= now && now <= certificate.NotAfter
            && ((_mayBeHost && CertificateNames.Cover(certificate, name)) || certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false).Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
