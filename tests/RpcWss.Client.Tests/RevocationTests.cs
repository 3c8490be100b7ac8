using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using RpcWss.Testing;

namespace RpcWss.Client.Tests;

/// <summary>
/// The platform checks nothing unless told to, and caches lists by the address and issuer: so each test has an authority of its own.
/// </summary>
public sealed class RevocationTests(Certificates certificates)
{
    [Fact]
    public async Task Required_refuses_a_certificate_of_which_nothing_can_be_found_out()
    {
        RpcConnectException error = await ConnectAsync(
            certificates.Test.Root, certificates.Test.Server, certificates.Policy with { Revocation = TlsRevocationMode.Required });

        Assert.Equal(RpcConnectFailure.RevocationUnknown, error.Reason);
    }

    [Fact]
    public async Task Best_effort_lets_it_pass()
    {
        RpcConnectException error = await ConnectAsync(
            certificates.Test.Root, certificates.Test.Server, certificates.Policy with { Revocation = TlsRevocationMode.BestEffort });

        Assert.Equal(RpcConnectFailure.HttpRefused, error.Reason);
    }

    [Theory]
    [InlineData(TlsRevocationMode.BestEffort)]
    [InlineData(TlsRevocationMode.Required)]
    public async Task A_revoked_certificate_is_refused(TlsRevocationMode mode)
    {
        (RpcConnectException error, int asked) = await ConnectWithListAsync(mode, revoke: true);

        Assert.Equal(RpcConnectFailure.CertificateRevoked, error.Reason);
        Assert.True(asked > 0, "The list was not asked for.");
    }

    [Fact]
    public async Task Required_accepts_a_certificate_that_is_not_on_the_list()
    {
        (RpcConnectException error, int asked) = await ConnectWithListAsync(TlsRevocationMode.Required, revoke: false);

        Assert.Equal(RpcConnectFailure.HttpRefused, error.Reason);
        Assert.True(asked > 0, "The list was not asked for.");
    }

    [Fact]
    public async Task Disabled_asks_nobody()
    {
        (RpcConnectException error, int asked) = await ConnectWithListAsync(TlsRevocationMode.Disabled, revoke: true);

        Assert.Equal(RpcConnectFailure.HttpRefused, error.Reason);
        Assert.Equal(0, asked);
    }

    private async Task<(RpcConnectException Error, int Asked)> ConnectWithListAsync(TlsRevocationMode mode, bool revoke)
    {
        using TestAuthority authority = TestAuthority.CreateRoot($"RpcWss Revoking Root {Guid.NewGuid():N}");
        byte[] list = [];
        await using RawServer lists = RawServer.Start(null, async (stream, cancellationToken) =>
        {
            await RawServer.ReadHeadAsync(stream, cancellationToken);
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/pkix-crl\r\nContent-Length: {list.Length}\r\nConnection: close\r\n\r\n"), cancellationToken);
            await stream.WriteAsync(list, cancellationToken);
        });
        X509Certificate2 certificate = authority.Issue("localhost", ["localhost"], revocationList: new Uri($"http://127.0.0.1:{lists.Port}/{Guid.NewGuid():N}.crl"));
        list = revoke ? authority.RevocationList(certificate) : authority.RevocationList();

        RpcConnectException error = await ConnectAsync(
            authority, certificate, certificates.Policy with { TrustedRoots = [authority.Certificate], Revocation = mode });
        return (error, lists.Accepted);
    }

    private async Task<RpcConnectException> ConnectAsync(TestAuthority authority, X509Certificate2 certificate, TlsPolicy policy)
    {
        SslServerAuthenticationOptions tls = new()
        {
            // Offline: the server must not look for a revocation answer to staple.
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate, [authority.Certificate], offline: true),
        };
        await using RawServer server = RawServer.Answering(tls, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        return await Connecting.FailAsync(server.Uri, certificates.Options(policy));
    }
}
