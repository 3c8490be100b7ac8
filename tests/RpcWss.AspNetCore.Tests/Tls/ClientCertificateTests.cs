using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RpcWss.AspNetCore.Tests.Contracts;
using RpcWss.Testing;

namespace RpcWss.AspNetCore.Tests.Tls;

/// <summary>A server that asks its clients for certificates.</summary>
public sealed class ClientCertificateTests(Certificates certificates)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_connects_a_hundred_times_with_its_certificate_and_the_service_sees_it()
    {
        TestAuthority below = certificates.Test.Intermediate;
        X509Certificate2 mine = below.Issue("device 7", [], usage: TestAuthority.ClientUsage);
        await using TestHost host = await StartAsync(TlsClientAuthentication.Required);

        for (int connection = 1; connection <= 100; connection++)
        {
            await using RpcClient client = await RpcClient.ConnectAsync(host.Rpc, Options(TlsCertificateSource.FromCertificate(mine, below.Certificate)), Cancel);
            Assert.Equal("x", await client.GetProxy<IProbe>().AskAsync("x", Cancel));
            Assert.NotEmpty(host.Connections);
            Assert.All(host.Connections, there => Assert.Equal(mine.Thumbprint, there.Security.PeerCertificate?.Thumbprint));
        }
    }

    [Fact]
    public async Task Clients_that_share_a_handshake_over_HTTP_2_share_its_certificate()
    {
        X509Certificate2 mine = certificates.Test.Root.Issue("device 7", [], usage: TestAuthority.ClientUsage);
        await using TestHost host = await StartAsync(TlsClientAuthentication.Required);
        RpcClientOptions options = Options(TlsCertificateSource.FromCertificate(mine));
        options.HttpVersion = RpcHttpVersion.Http2;

        await using RpcClient first = await RpcClient.ConnectAsync(host.Rpc, options, Cancel);
        await using RpcClient second = await RpcClient.ConnectAsync(host.Rpc, options, Cancel);

        Assert.Equal("x", await second.GetProxy<IProbe>().AskAsync("x", Cancel));
        Assert.Equal([mine.Thumbprint, mine.Thumbprint], host.Connections.Select(there => there.Security.PeerCertificate?.Thumbprint));
    }

    [Theory]
    [InlineData(RpcHttpVersion.Http2, false)]
    [InlineData(RpcHttpVersion.Http2, true)]
    [InlineData(RpcHttpVersion.Http2OrHttp11, true)]
    public async Task A_client_that_is_refused_over_HTTP_2_learns_why_too(RpcHttpVersion version, bool shows)
    {
        X509Certificate2 stranger = certificates.Test.OtherRoot.Issue("stranger", [], usage: TestAuthority.ClientUsage);
        await using TestHost host = await StartAsync(TlsClientAuthentication.Required);
        RpcClientOptions options = Options(shows ? TlsCertificateSource.FromCertificate(stranger) : null);
        options.HttpVersion = version;

        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(() => RpcClient.ConnectAsync(host.Rpc, options, Cancel));

        Assert.Equal(RpcConnectFailure.ClientCertificate, error.Reason);
        Assert.Contains(shows ? "does not lead to an authority that is trusted here" : "A client certificate is required.", error.Message, StringComparison.Ordinal);
        Assert.Single(host.Log.Entries, entry => entry.Id == 2104);
    }

    [Fact]
    public async Task No_other_endpoint_on_the_port_sees_a_refused_client()
    {
        int reached = 0;
        await using TestHost host = await StartAsync(TlsClientAuthentication.Required, app => app.MapGet("/page", () => Interlocked.Increment(ref reached)));
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        handler.ClientCertificates.Add(certificates.Test.OtherRoot.Issue("stranger", [], usage: TestAuthority.ClientUsage));
        using var http = new HttpClient(handler);

        using HttpResponseMessage first = await http.GetAsync(new Uri(host.Address, "/page"), Cancel);
        using HttpResponseMessage second = await http.GetAsync(new Uri(host.Address, "/page"), Cancel);
        using var two = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "/page")) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(two, Cancel));

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [first.StatusCode, second.StatusCode]);
        Assert.Equal(0, reached);
    }

    [Fact]
    public async Task A_clients_own_certificate_that_cannot_be_read_is_told_before_anything_is_sent()
    {
        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(
            () => RpcClient.ConnectAsync(new Uri("wss://localhost:1/rpc"), Options(TlsCertificateSource.FromPemFiles("absent.pem", "absent.key")), Cancel));

        Assert.Equal(RpcConnectFailure.ClientCertificate, error.Reason);
        Assert.Contains("absent.pem", error.Message, StringComparison.Ordinal);
    }

    private Task<TestHost> StartAsync(TlsClientAuthentication mode, Action<WebApplication>? map = null)
    {
        TlsPolicy policy = TlsPolicy.Intermediate with
        {
            ServerCertificates = new Dictionary<string, TlsCertificateSource> { ["*"] = TlsCertificateSource.FromCertificate(certificates.Test.Server) },
            ClientAuthentication = mode,
            TrustMode = TlsTrustMode.OwnRoots,
            TrustedRoots = [certificates.Test.Root.Certificate],
            Revocation = TlsRevocationMode.Disabled,
        };
        return TestHost.StartAsync(certificates, rpc => rpc.AddService<IProbe>(new Answering(text => text)), policy: policy, map: map is null ? null : app =>
        {
            app.MapRpcWss("/rpc");
            map(app);
        });
    }

    private RpcClientOptions Options(TlsCertificateSource? mine)
    {
        RpcClientOptions options = certificates.Options();
        options.Tls = options.Tls with { ClientCertificate = mine };
        return options;
    }
}
