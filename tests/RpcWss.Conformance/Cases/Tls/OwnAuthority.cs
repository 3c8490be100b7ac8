using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;
using RpcWss.Testing;

namespace RpcWss.Conformance.Cases.Tls;

/// <summary>An authority of one's own is trusted by those who have its root, also through an intermediate that the server sends, and by nobody else.</summary>
internal sealed class OwnAuthority() : TlsCase("own-authority")
{
    protected override async Task RunAsync(TlsRun run)
    {
        using TestAuthority below = run.Root.CreateIntermediate("RpcWss Conformance Intermediate");
        LoopbackHost host = await run.ServeAsync(TlsPolicy.Intermediate with
        {
            ServerCertificates = new Dictionary<string, TlsCertificateSource>
            {
                ["localhost"] = TlsCertificateSource.FromCertificate(below.Issue("localhost", ["localhost"]), below.Certificate),
            },
        });

        await run.GetsInAsync(host);
        await run.FailsAsync(
            RpcConnectFailure.UntrustedRoot, "which the system does not trust", host, run.Policy with { TrustMode = TlsTrustMode.System, TrustedRoots = [] });
    }
}
