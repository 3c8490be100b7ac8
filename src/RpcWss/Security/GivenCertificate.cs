using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>A certificate in memory.</summary>
internal sealed class GivenCertificate(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> intermediates) : TlsCertificateSource
{
    internal override string Description => $"the certificate \"{certificate.Subject}\"";

    internal override string Version => "";

    internal override CertificateWithChain Read() => CertificateWithChain.Of(certificate, intermediates);
}
