using System.Security.Cryptography.X509Certificates;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;
using RpcWss.Testing;

namespace RpcWss.Conformance.Cases.Tls;

/// <summary>A server that requires client certificates lets in whoever has one of its authority, again and again, and tells the others why not.</summary>
internal sealed class ClientCertificates() : TlsCase("client-certificate-required-absent-wrong")
{
    protected override async Task RunAsync(TlsRun run)
    {
        var device = new CertificateTraits { Usage = TestAuthority.ClientUsage };
        using TestAuthority below = run.Root.CreateIntermediate("RpcWss Conformance Devices");
        X509Certificate2 mine = below.Issue("device", [], device);
        LoopbackHost host = await run.ServeAsync(TlsRun.Serving(run.Issue()) with
        {
            ClientAuthentication = TlsClientAuthentication.Required,
            TrustMode = TlsTrustMode.OwnRoots,
            TrustedRoots = [run.Root.Certificate],
            Revocation = TlsRevocationMode.Disabled,
        });

        for (int connection = 0; connection < 3; connection++)
        {
            await run.GetsInAsync(host, run.Policy with { ClientCertificate = TlsCertificateSource.FromCertificate(mine, below.Certificate) });
        }

        await run.FailsAsync(RpcConnectFailure.ClientCertificate, "\"A client certificate is required.\"", host);
        await Refused("does not lead to an authority that is trusted here", run.Stranger.Issue("device", [], device));
        await Refused("is not for client authentication", run.Issue());
        await Refused("which is not now", run.Root.Issue("device", [], device with { ValidFor = TimeSpan.FromHours(-1) }));

        Task<RpcConnectException> Refused(string text, X509Certificate2 certificate) => run.FailsAsync(
            RpcConnectFailure.ClientCertificate, text, host, run.Policy with { ClientCertificate = TlsCertificateSource.FromCertificate(certificate) });
    }
}
