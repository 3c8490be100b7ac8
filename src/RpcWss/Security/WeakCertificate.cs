using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>
/// Finds what could be forged. The TLS library of Linux refuses to show such certificates by default, and yet the platform accepts them from a peer whose library does not.
/// </summary>
internal static class WeakCertificate
{
    private const int MinRsaBits = 2048;
    private const string Rsa = "1.2.840.113549.1.1.1";

    // RFC 3279 §2.2, and ISO's older number of sha1RSA.
    private static readonly Dictionary<string, string> _brokenHashes = new()
    {
        ["1.2.840.113549.1.1.2"] = "MD2",
        ["1.2.840.113549.1.1.4"] = "MD5",
        ["1.2.840.113549.1.1.5"] = "SHA-1",
        ["1.3.14.3.2.29"] = "SHA-1",
        ["1.2.840.10040.4.3"] = "SHA-1",
        ["1.2.840.10045.4.1"] = "SHA-1",
    };

    /// <summary>The first weak one of a chain, with what is wrong with it; the root at its end is trusted as it is.</summary>
    public static (X509Certificate2 Certificate, string Flaw)? FirstOf(X509Chain chain)
    {
        for (int index = 0; index < chain.ChainElements.Count - 1; index++)
        {
            X509Certificate2 certificate = chain.ChainElements[index].Certificate;
            if (FlawOf(certificate) is { } flaw)
            {
                return (certificate, flaw);
            }
        }

        return null;
    }

    /// <summary>Nobody relies on the signature of one that vouches for itself.</summary>
    public static bool IsRoot(X509Certificate2 certificate) => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    /// <summary>What is wrong with a certificate, to follow its name in a sentence; null for nothing.</summary>
    public static string? FlawOf(X509Certificate2 certificate)
    {
        if (_brokenHashes.TryGetValue(certificate.SignatureAlgorithm.Value ?? "", out string? hash))
        {
            return $"is signed with {hash}, which can be forged";
        }

        if (certificate.PublicKey.Oid.Value != Rsa)
        {
            return null;
        }

        using RSA? key = certificate.GetRSAPublicKey();
        return key is { KeySize: < MinRsaBits } ? $"has an RSA key of {key.KeySize} bits, which can be broken" : null;
    }
}
