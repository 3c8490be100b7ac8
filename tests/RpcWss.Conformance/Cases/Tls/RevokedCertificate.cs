using System.Security.Cryptography.X509Certificates;
using RpcWss.Conformance.Runner;
using RpcWss.Testing;

namespace RpcWss.Conformance.Cases.Tls;

/// <summary>A revoked certificate is refused, whether a list says so or an OCSP service; one that is not revoked is let pass.</summary>
internal sealed class RevokedCertificate() : TlsCase("revoked-certificate")
{
    protected override async Task RunAsync(TlsRun run)
    {
        List<X509Certificate2> revoked = [];
        LoopbackPage list = run.Pages.Publish(_ => run.Root.RevocationList([.. revoked]));
        LoopbackPage good = run.Pages.Publish(path => OcspAnswer.ToPath(path, run.Root, OcspVerdict.Good));
        LoopbackPage bad = run.Pages.Publish(path => OcspAnswer.ToPath(path, run.Root, OcspVerdict.Revoked));
        X509Certificate2 listed = run.Issue(new CertificateTraits { RevocationList = list.Address });
        revoked.Add(listed);
        TlsPolicy required = run.Policy with { Revocation = TlsRevocationMode.Required };

        await run.FailsAsync(RpcConnectFailure.CertificateRevoked, "has been revoked", await run.ShowAsync(listed), required);
        await run.FailsAsync(
            RpcConnectFailure.CertificateRevoked, "has been revoked", await run.ShowAsync(run.Issue(new CertificateTraits { OcspResponder = bad.Address })),
            required with { Revocation = TlsRevocationMode.BestEffort });
        await run.GetsInAsync(await run.ShowAsync(run.Issue(new CertificateTraits { RevocationList = list.Address })), required);
        await run.GetsInAsync(await run.ShowAsync(run.Issue(new CertificateTraits { OcspResponder = good.Address })), required);
        Check.That(list.Asked > 0 && good.Asked > 0 && bad.Asked > 0, "everybody was asked");
    }
}
