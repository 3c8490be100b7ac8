using System.Security.Cryptography.X509Certificates;
using RpcWss.Tls.Tests.Hosts;

namespace RpcWss.Tls.Tests;

/// <summary>
/// A server staples what its issuer's OCSP service says (RFC 6066 §8): shown by a client that demands to know and can ask nobody, since the service answers the server alone.
/// </summary>
public sealed class StaplingTests(Pki pki)
{
    // The answer is fetched beside the first handshakes.
    private const int MaxHandshakes = 200;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_staples_the_answer_of_its_issuers_service(bool belowIntermediate)
    {
        using var issuer = new Issuer(pki, belowIntermediate);
        await using TlsHost host = await StartAsync(issuer);
        await issuer.Service.FirstAsked.WaitAsync(_patience, TestContext.Current.CancellationToken);

        RpcClient client = await FirstToConnectAsync(host, issuer.Required);
        await client.CloseAsync();
        int asked = issuer.Service.Asked;
        await using RpcClient again = await pki.Dialling.ConnectAsync("localhost", host.Port, issuer.Required);

        Assert.Equal(asked, issuer.Service.Asked);
    }

    [Fact]
    public async Task A_stapled_revocation_is_believed()
    {
        using var issuer = new Issuer(pki, belowIntermediate: true, OcspVerdict.Revoked);
        await using TlsHost host = await StartAsync(issuer);
        await issuer.Service.FirstAsked.WaitAsync(_patience, TestContext.Current.CancellationToken);
        RpcConnectException? error = null;

        for (int handshake = 0; handshake < MaxHandshakes && error is not { Reason: RpcConnectFailure.CertificateRevoked }; handshake++)
        {
            error = await pki.Dialling.FailAsync("localhost", host.Port, issuer.Required);
        }

        Assert.Equal(Rows.Revocations.Revoked, error?.Message);
    }

    private static Task<TlsHost> StartAsync(Issuer issuer) => TlsHost.StartAsync(TlsPolicy.Intermediate with
    {
        ServerCertificates = new Dictionary<string, TlsCertificateSource> { ["*"] = issuer.Source },
    });

    private async Task<RpcClient> FirstToConnectAsync(TlsHost host, TlsPolicy policy)
    {
        for (int handshake = 1; ; handshake++)
        {
            try
            {
                return await pki.Dialling.ConnectAsync("localhost", host.Port, policy);
            }
            catch (RpcConnectException error) when (error.Reason == RpcConnectFailure.RevocationUnknown && handshake < MaxHandshakes)
            {
                // Nothing is stapled yet, and the client itself got no answer.
            }
        }
    }

    /// <summary>An authority whose OCSP service answers once, and who comes first is the server.</summary>
    private sealed class Issuer : IDisposable
    {
        private readonly TestAuthority _root = TestAuthority.CreateRoot("RpcWss Stapling Root");
        private readonly TestAuthority? _intermediate;

        public Issuer(Pki pki, bool belowIntermediate, OcspVerdict verdict = OcspVerdict.Good)
        {
            LoopbackPage list = pki.Pages.Publish(_ => _root.RevocationList());
            _intermediate = belowIntermediate
                ? _root.CreateIntermediate("RpcWss Stapling Intermediate", new CertificateTraits { IsAuthority = true, Usage = null, RevocationList = list.Address })
                : null;
            TestAuthority above = _intermediate ?? _root;
            int answers = 0;
            Service = pki.Pages.Publish(path => Interlocked.Increment(ref answers) == 1 ? OcspAnswer.ToPath(path, above, verdict) : null);
            X509Certificate2 leaf = above.Issue("localhost", ["localhost"], new CertificateTraits { OcspResponder = Service.Address });
            Source = TlsCertificateSource.FromCertificate(leaf, above.Certificate, _root.Certificate);
        }

        public LoopbackPage Service { get; }

        public TlsCertificateSource Source { get; }

        public TlsPolicy Required => Pki.Trusting(_root.Certificate) with { Revocation = TlsRevocationMode.Required };

        public void Dispose()
        {
            _intermediate?.Dispose();
            _root.Dispose();
        }
    }
}
