using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using RpcWss.Security;
using RpcWss.Tls.Tests.Hosts;

namespace RpcWss.Tls.Tests;

/// <summary>
/// Signatures and keys that can be forged. No server made with .NET shows such a certificate, so the client's check is given the chain that the platform built and found nothing wrong with.
/// </summary>
public sealed class WeakCertificateTests(Pki pki)
{
    private static readonly string[] _names = ["localhost"];
    private static readonly CertificateTraits _sha1 = new() { IsSignedWithSha1 = true };
    private static readonly CertificateTraits _shortKey = new() { RsaKeySize = 1024 };

    [Fact]
    public void A_client_refuses_a_certificate_signed_with_SHA_1() => AssertRefused(
        pki.Root.Issue("localhost", _names, _sha1), "The certificate of localhost is signed with SHA-1, which can be forged. Give the server a new one.");

    [Fact]
    public void A_client_refuses_a_certificate_with_a_short_key() => AssertRefused(
        pki.Root.Issue("localhost", _names, _shortKey), "The certificate of localhost has an RSA key of 1024 bits, which can be broken. Give the server a new one.");

    [Fact]
    public void A_client_refuses_an_intermediate_signed_with_SHA_1()
    {
        TestAuthority old = pki.Own(pki.Root.CreateIntermediate("RpcWss Old Intermediate", _sha1 with { IsAuthority = true, Usage = null }));
        AssertRefused(
            old.Issue("localhost", _names),
            "A certificate above that of localhost, \"CN=RpcWss Old Intermediate\", is signed with SHA-1, which can be forged. Give the server a new one.", old.Certificate);
    }

    [Fact]
    public async Task A_long_enough_RSA_key_is_accepted()
    {
        await using TlsHost host = await TlsHost.StartAsync(Serving(pki.Root.Issue("localhost", _names, new CertificateTraits { RsaKeySize = 2048 })));
        await using RpcClient client = await pki.Dialling.ConnectAsync("localhost", host.Port, Pki.Trusting(pki.Root.Certificate));

        Assert.True(client.Connection.Security.IsEncrypted);
    }

    [Fact]
    public async Task A_server_does_not_start_with_what_no_client_would_accept()
    {
        foreach ((CertificateTraits traits, string flaw) in new[]
        {
            (_sha1, "It is signed with SHA-1, which can be forged"), (_shortKey, "It has an RSA key of 1024 bits, which can be broken"),
        })
        {
            InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => TlsHost.StartAsync(Serving(pki.Root.Issue("localhost", _names, traits))));
            Assert.Equal($"The certificate from the certificate \"CN=localhost\" cannot be used: {flaw}; no client would accept it.", error.Message);
        }
    }

    private void AssertRefused(X509Certificate2 leaf, string expected, params X509Certificate2[] sent)
    {
        TlsPolicy policy = Pki.Trusting(pki.Root.Certificate);
        using var chain = new X509Chain { ChainPolicy = PeerChainPolicy.ForServers(policy, ownRoots: true) };
        chain.ChainPolicy.ExtraStore.AddRange(sent);
        Assert.True(chain.Build(leaf), "The platform itself refuses it.");

        CertificateRefusedException error = Assert.Throws<CertificateRefusedException>(
            () => new ServerCertificateCheck(policy, "localhost").Accept(this, leaf, chain, SslPolicyErrors.None));

        Assert.Equal((RpcConnectFailure.CertificateInvalid, expected), (error.Reason, error.Message));
    }

    private static TlsPolicy Serving(X509Certificate2 certificate) => TlsPolicy.Intermediate with
    {
        ServerCertificates = new Dictionary<string, TlsCertificateSource> { ["*"] = TlsCertificateSource.FromCertificate(certificate) },
    };
}
