using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>
/// A certificate with its private key, and what is above it. The platform sends that along but for a root, which it needs to know all the same: without the whole chain it
/// staples nothing.
/// </summary>
internal sealed record CertificateWithChain(X509Certificate2 Certificate, X509Certificate2Collection Above)
{
    /// <summary>Of the certificates of one file, the first is the one with the key.</summary>
    public static CertificateWithChain Of(X509Certificate2 certificate, IEnumerable<X509Certificate2> others)
    {
        var above = new X509Certificate2Collection();
        foreach (X509Certificate2 other in others)
        {
            if (!other.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span))
            {
                above.Add(other);
            }
        }

        return new CertificateWithChain(certificate, above);
    }
}
