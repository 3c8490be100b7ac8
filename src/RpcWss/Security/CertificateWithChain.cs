using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>A certificate with its private key, and the intermediates that are sent with it.</summary>
internal sealed record CertificateWithChain(X509Certificate2 Certificate, X509Certificate2Collection Intermediates)
{
    /// <summary>Of the certificates of one file, the first is the one with the key; a root among the others is not sent.</summary>
    public static CertificateWithChain Of(X509Certificate2 certificate, IEnumerable<X509Certificate2> others)
    {
        var intermediates = new X509Certificate2Collection();
        foreach (X509Certificate2 other in others)
        {
            bool isRoot = other.SubjectName.RawData.AsSpan().SequenceEqual(other.IssuerName.RawData);
            if (!isRoot && !other.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span))
            {
                intermediates.Add(other);
            }
        }

        return new CertificateWithChain(certificate, intermediates);
    }
}
