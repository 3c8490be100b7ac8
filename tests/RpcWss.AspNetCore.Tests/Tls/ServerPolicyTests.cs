using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using RpcWss.AspNetCore.Tests.Contracts;
using RpcWss.Testing;

namespace RpcWss.AspNetCore.Tests.Tls;

/// <summary>A server under a policy: which certificate it shows to whom, and what it agrees to.</summary>
public sealed class ServerPolicyTests(Certificates certificates)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, SslProtocols.Tls13)]
    [InlineData(true, SslProtocols.Tls13)]
    public async Task Clients_call_under_either_preset(bool modern, SslProtocols expected)
    {
        TlsPolicy policy = (modern ? TlsPolicy.Modern : TlsPolicy.Intermediate) with { ServerCertificates = Any(certificates.Test.Server) };
        await using TestHost host = await TestHost.StartAsync(certificates, rpc => rpc.AddService<IProbe>(new Answering(text => text)), policy: policy);
        await using RpcClient client = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel);

        Assert.Equal("x", await client.GetProxy<IProbe>().AskAsync("x", Cancel));
        Assert.Equal(expected, client.Connection.Security.Protocol);
        Assert.Equal(client.Connection.Security with { PeerCertificate = null }, Assert.Single(host.Connections).Security);
    }

    [Fact]
    public async Task Modern_has_no_version_in_common_with_a_client_of_TLS_1_2()
    {
        await using TestHost host = await TestHost.StartAsync(certificates, policy: TlsPolicy.Modern with { ServerCertificates = Any(certificates.Test.Server) });

        await Assert.ThrowsAsync<AuthenticationException>(() => Handshake.WithAsync(host, "localhost", SslProtocols.Tls12));
    }

    [Fact]
    public async Task Intermediate_speaks_TLS_1_2_with_forward_secrecy_and_authenticated_encryption_alone()
    {
        await using TestHost host = await TestHost.StartAsync(certificates, policy: TlsPolicy.Intermediate with { ServerCertificates = Any(certificates.Test.Server) });

        Assert.Contains("GCM", (await Handshake.WithAsync(host, "localhost", SslProtocols.Tls12)).Cipher.ToString(), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            var blocks = new CipherSuitesPolicy([TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384]);
            await Assert.ThrowsAsync<AuthenticationException>(() => Handshake.WithAsync(host, "localhost", SslProtocols.Tls12, blocks));
        }
    }

    [Fact]
    public async Task A_list_of_suites_is_kept_to()
    {
        TlsPolicy policy = TlsPolicy.Modern with { ServerCertificates = Any(certificates.Test.Server), CipherSuites = [TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256] };
        await using TestHost host = await TestHost.StartAsync(certificates, policy: policy);

        Assert.Equal(TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256, (await Handshake.WithAsync(host, "localhost")).Cipher);
    }

    [Fact]
    public async Task A_root_that_is_given_with_its_intermediates_is_not_sent()
    {
        TestAuthority below = certificates.Test.Intermediate;
        var source = TlsCertificateSource.FromCertificate(certificates.Test.BelowIntermediate, below.Certificate, certificates.Test.Root.Certificate);
        TlsPolicy policy = TlsPolicy.Intermediate with { ServerCertificates = new Dictionary<string, TlsCertificateSource> { ["*"] = source } };
        await using TestHost host = await TestHost.StartAsync(certificates, policy: policy);

        Handshake shown = await Handshake.WithAsync(host, "localhost");

        Assert.Equal(certificates.Test.BelowIntermediate.Thumbprint, shown.Certificate);
        Assert.Equal(1, shown.Intermediates);
    }

    [Theory]
    [InlineData("expired", "which is not now")]
    [InlineData("name", "It is not for localhost; it has other.example, *.wild.example.")]
    public async Task A_certificate_that_cannot_work_is_refused_when_the_server_starts(string flaw, string expected)
    {
        X509Certificate2 certificate = flaw == "expired" ? certificates.Test.Expired : certificates.Test.WrongName;
        TlsPolicy policy = TlsPolicy.Intermediate with
        {
            ServerCertificates = new Dictionary<string, TlsCertificateSource> { ["localhost"] = TlsCertificateSource.FromCertificate(certificate) },
        };

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => TestHost.StartAsync(certificates, policy: policy));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_is_none_for_a_server_is_refused_with_the_setting()
    {
        ArgumentException none = Assert.Throws<ArgumentException>(() => RpcWss.Tls.ServerHandshake.Validate(TlsPolicy.Intermediate));
        ArgumentException publicRoots = Assert.Throws<ArgumentException>(() => RpcWss.Tls.ServerHandshake.Validate(
            TlsPolicy.Intermediate with { ServerCertificates = Any(certificates.Test.Server), ClientAuthentication = TlsClientAuthentication.Required }));

        Assert.Contains("TlsPolicy.ServerCertificates", none.Message, StringComparison.Ordinal);
        Assert.Contains("Set TrustMode to OwnRoots", publicRoots.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, TlsCertificateSource> Any(X509Certificate2 certificate) => new() { ["*"] = TlsCertificateSource.FromCertificate(certificate) };
}
