using System.Security.Cryptography.X509Certificates;
using RpcWss.Conformance.Runner;
using RpcWss.Testing;

namespace RpcWss.Conformance.Cases.Tls;

/// <summary>A certificate is refused outside its dates, which the message has.</summary>
internal sealed class ExpiredCertificate() : TlsCase("expired-certificate")
{
    protected override async Task RunAsync(TlsRun run)
    {
        TimeSpan day = TimeSpan.FromDays(1);
        foreach (CertificateTraits traits in new[] { new CertificateTraits { ValidFrom = 10 * day, ValidFor = -day }, new CertificateTraits { ValidFrom = -day, ValidFor = 10 * day } })
        {
            X509Certificate2 certificate = run.Issue(traits);
            await run.FailsAsync(RpcConnectFailure.CertificateExpired, $"to {certificate.NotAfter.ToUniversalTime():u}, which is not now", await run.ShowAsync(certificate));
        }
    }
}
