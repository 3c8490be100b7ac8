using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace RpcWss.AspNetCore.Tests.Tls;

/// <summary>A handshake that fails is logged with the peer's address and what is known of the reason.</summary>
public sealed class HandshakeLogTests(Certificates certificates)
{
    private const int HandshakeFailed = 2105;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_peer_that_speaks_no_tls()
    {
        await using TestHost host = await StartAsync(TlsPolicy.Intermediate);
        using Socket socket = await ConnectAsync(host);
        await socket.SendAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray(), Cancel);

        Assert.Equal($"The TLS handshake of {socket.LocalEndPoint} did not complete: what came is no TLS, or nothing came.", await LoggedAsync(host, HandshakeFailed));
    }

    [Fact]
    public async Task Of_a_peer_with_too_old_a_version()
    {
        await using TestHost host = await StartAsync(TlsPolicy.Modern);
        using Socket socket = await ConnectAsync(host);
        await Assert.ThrowsAsync<AuthenticationException>(() => HandshakeAsync(socket, SslProtocols.Tls12));

        Assert.Equal($"The TLS handshake of {socket.LocalEndPoint} did not complete: it offers nothing newer than TLS 1.2, and TlsPolicy.MinimumVersion asks for more.", await LoggedAsync(host, HandshakeFailed));
    }

    [Fact]
    public async Task Of_a_peer_that_shares_no_cipher_suite()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has one list of cipher suites for all programs.");
        await using TestHost host = await StartAsync(TlsPolicy.Intermediate);
        using Socket socket = await ConnectAsync(host);
        await Assert.ThrowsAsync<AuthenticationException>(() => HandshakeAsync(socket, SslProtocols.Tls12, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA));

        Assert.EndsWith("no cipher suite suits both, or the client did not accept the certificate for \"localhost\".", await LoggedAsync(host, HandshakeFailed));
    }

    [Fact]
    public async Task Of_a_peer_that_says_nothing_when_its_time_is_over()
    {
        await using TestHost host = await StartAsync(TlsPolicy.Intermediate);
        using Socket socket = await ConnectAsync(host);

        Assert.Equal(0, await socket.ReceiveAsync(new byte[1], Cancel));
        Assert.Equal($"The TLS handshake of {socket.LocalEndPoint} did not complete: it took longer than 10 s.", await LoggedAsync(host, HandshakeFailed));
    }

    [Fact]
    public async Task And_a_refused_request_with_its_address()
    {
        await using TestHost host = await StartAsync(TlsPolicy.Intermediate);
        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(() => RpcClient.ConnectAsync(new Uri(host.Rpc, "/rpc"), Foreign(), Cancel));

        Assert.Equal(RpcConnectFailure.HttpRefused, error.Reason);
        Assert.Matches("^A request from 127\\.0\\.0\\.1:[0-9]+ was refused with 403: Pages of this origin", await LoggedAsync(host, 2001));
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Id == HandshakeFailed);
    }

    private RpcClientOptions Foreign()
    {
        RpcClientOptions options = certificates.Options();
        options.Headers["Origin"] = "https://elsewhere.example";
        return options;
    }

    private static async Task<string> LoggedAsync(TestHost host, int id)
    {
        await host.Log.WaitForAsync(id, 1, Cancel);
        return host.Log.Entries.Single(entry => entry.Id == id).Text;
    }

    private static async Task<Socket> ConnectAsync(TestHost host)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", host.Address.Port, Cancel);
        return socket;
    }

    private static async Task HandshakeAsync(Socket socket, SslProtocols version, params TlsCipherSuite[] suites)
    {
        await using var tls = new SslStream(new NetworkStream(socket), leaveInnerStreamOpen: false);
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "localhost",
                EnabledSslProtocols = version,
                CipherSuitesPolicy = suites.Length == 0 || OperatingSystem.IsWindows() ? null : new CipherSuitesPolicy(suites),
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
            },
            Cancel);
    }

    private Task<TestHost> StartAsync(TlsPolicy policy) => TestHost.StartAsync(
        certificates,
        policy: policy with { ServerCertificates = new Dictionary<string, TlsCertificateSource> { ["*"] = TlsCertificateSource.FromCertificate(certificates.Test.Server) } });
}
