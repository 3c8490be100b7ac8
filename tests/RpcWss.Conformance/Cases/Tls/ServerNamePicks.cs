using System.Security.Cryptography.X509Certificates;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Tls;

/// <summary>The name that a client asks for picks the certificate; where there is none for it the handshake is refused.</summary>
internal sealed class ServerNamePicks() : TlsCase("server-name-picks-the-certificate")
{
    protected override async Task RunAsync(TlsRun run)
    {
        X509Certificate2 named = run.Issue(), others = run.Issue();
        TlsPolicy policy = TlsPolicy.Intermediate with
        {
            ServerCertificates = new Dictionary<string, TlsCertificateSource>
            {
                ["localhost"] = TlsCertificateSource.FromCertificate(named),
                ["*"] = TlsCertificateSource.FromCertificate(others),
            },
        };
        LoopbackHost host = await run.ServeAsync(policy);
        Check.Equal(named.Thumbprint, await ShownAsync(host.Address));
        Check.Equal(others.Thumbprint, await ShownAsync(ByAddress(host.Address)));

        // An address is not asked for by name.
        LoopbackHost strict = await run.ServeAsync(policy with
        {
            ServerCertificates = new Dictionary<string, TlsCertificateSource> { ["localhost"] = TlsCertificateSource.FromCertificate(named) },
        });
        await run.FailsAsync(RpcConnectFailure.TlsRefused, "it has no certificate for this host", ByAddress(strict.Address), run.Options());

        async Task<string?> ShownAsync(Uri address)
        {
            await using RpcClient client = await run.DialAsync(address);
            return client.Connection.Security.PeerCertificate?.Thumbprint;
        }
    }

    private static Uri ByAddress(Uri address) => new UriBuilder(address) { Host = "127.0.0.1" }.Uri;
}
