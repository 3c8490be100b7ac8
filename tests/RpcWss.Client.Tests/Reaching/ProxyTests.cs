using System.Net;

namespace RpcWss.Client.Tests.Reaching;

/// <summary>Proxies of the client's network, over both versions of HTTP. Where a tunnel comes about, the server's 404 shows that the client went on to it.</summary>
public sealed class ProxyTests(Certificates certificates) : IAsyncLifetime
{
    private const string NotFound = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    private static readonly Uri _orders = new("wss://orders.example/rpc");

    // Made for other.example and *.wild.example, so only a check for the server's own name accepts it.
    private static readonly Uri _wild = new("wss://a.wild.example/rpc");

    private RawServer _server = null!;

    public static TheoryData<RpcHttpVersion> Versions => [RpcHttpVersion.Http11, RpcHttpVersion.Http2OrHttp11];

    public ValueTask InitializeAsync()
    {
        _server = RawServer.Answering(certificates.Serve(certificates.Test.WrongName), NotFound);
        return default;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Through_a_tunnel_the_servers_certificate_is_checked_for_the_servers_name(RpcHttpVersion version)
    {
        await using var proxy = new ConnectProxy(_server.Port);

        Assert.Equal(HttpStatusCode.NotFound, (await FailAsync(_wild, proxy.Use(), version, RpcConnectFailure.HttpRefused)).HttpStatus);
        await FailAsync(_orders, proxy.Use(), version, RpcConnectFailure.CertificateName);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Credentials_open_the_tunnel_and_go_to_nobody_else(RpcHttpVersion version)
    {
        var request = new TaskCompletionSource<string>();
        await using RawServer server = RawServer.Start(certificates.Serve(certificates.Test.WrongName), async (stream, cancellationToken) =>
        {
            // Of the attempt over HTTP/2, which this server does not speak, there is only the end.
            if (await RawServer.ReadHeadAsync(stream, cancellationToken) is { Length: > 0 } head)
            {
                request.SetResult(head);
            }
        });
        await using var proxy = new ConnectProxy(server.Port, "ann:opensésame");

        await FailAsync(_wild, proxy.Use(new NetworkCredential("ann", "opensésame")), version, RpcConnectFailure.PeerClosed);

        Assert.DoesNotContain("Proxy-Authorization", await request.Task, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Proxy-Authorization: Basic", string.Concat(proxy.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RpcHttpVersion.Http11, true)]
    [InlineData(RpcHttpVersion.Http11, false)]
    [InlineData(RpcHttpVersion.Http2OrHttp11, true)]
    [InlineData(RpcHttpVersion.Http2OrHttp11, false)]
    [InlineData(RpcHttpVersion.Http2, true)]
    public async Task Wrong_credentials_and_none_are_told_with_the_proxys_407(RpcHttpVersion version, bool some)
    {
        await using var proxy = new ConnectProxy(_server.Port, "ann:opensesame");

        RpcConnectException error = await FailAsync(_orders, proxy.Use(some ? new NetworkCredential("ann", "wrong-word") : null), version, RpcConnectFailure.Proxy);

        Assert.Equal(HttpStatusCode.ProxyAuthenticationRequired, error.HttpStatus);
        Assert.StartsWith($"The proxy 127.0.0.1:{proxy.Port} answered 407 when asked for wss://orders.example/rpc.", error.Message);
        Assert.DoesNotContain("wrong-word", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _server.Accepted);
    }

    [Theory]
    [InlineData("403 Forbidden", 403, RpcHttpVersion.Http11)]
    [InlineData("403 Forbidden", 403, RpcHttpVersion.Http2OrHttp11)]
    [InlineData("502 Bad Gateway", 502, RpcHttpVersion.Http11)]
    [InlineData("502 Bad Gateway", 502, RpcHttpVersion.Http2)]
    public async Task A_proxy_that_refuses_is_told_from_the_server(string refusal, int status, RpcHttpVersion version)
    {
        await using var proxy = new ConnectProxy(_server.Port, refusal: refusal);

        RpcConnectException error = await FailAsync(_orders, proxy.Use(), version, RpcConnectFailure.Proxy);

        Assert.Equal((HttpStatusCode)status, error.HttpStatus);
        Assert.StartsWith($"The proxy 127.0.0.1:{proxy.Port} answered {status} when asked for wss://orders.example/rpc.", error.Message);
        Assert.Single(proxy.Requests);
    }

    [Theory]
    [InlineData("http", RpcHttpVersion.Http11)]
    [InlineData("http", RpcHttpVersion.Http2OrHttp11)]
    [InlineData("socks5", RpcHttpVersion.Http11)]
    [InlineData("socks5", RpcHttpVersion.Http2OrHttp11)]
    public async Task A_proxy_that_is_not_there_is_told_from_the_server(string scheme, RpcHttpVersion version)
    {
        int port = RawServer.FreePort();

        RpcConnectException error = await FailAsync(_orders, new WebProxy($"{scheme}://127.0.0.1:{port}"), version, RpcConnectFailure.Proxy);

        Assert.StartsWith($"The proxy 127.0.0.1:{port} cannot be connected to (ConnectionRefused), which is asked for wss://orders.example/rpc.", error.Message);
    }

    [Theory]
    [InlineData(RpcHttpVersion.Http11, false)]
    [InlineData(RpcHttpVersion.Http11, true)]
    [InlineData(RpcHttpVersion.Http2OrHttp11, true)]
    public async Task SOCKS5_tunnels_and_resolves_the_name_itself(RpcHttpVersion version, bool demands)
    {
        await using var proxy = new SocksProxy(_server.Port, demands ? "ann:opensesame" : null);

        RpcConnectException error = await FailAsync(_wild, proxy.Use(demands ? new NetworkCredential("ann", "opensesame") : null), version, RpcConnectFailure.HttpRefused);

        Assert.Equal(HttpStatusCode.NotFound, error.HttpStatus);
        Assert.Equal("a.wild.example:443", await proxy.Asked.Task);
    }

    [Theory]
    [InlineData("wrong-word", 0)]
    [InlineData(null, 0)]
    [InlineData("opensesame", 2)]
    public async Task SOCKS5_that_refuses_is_told_from_the_server(string? password, byte reply)
    {
        await using var proxy = new SocksProxy(_server.Port, "ann:opensesame", reply);

        RpcConnectException error = await FailAsync(
            _orders, proxy.Use(password is null ? null : new NetworkCredential("ann", password)), RpcHttpVersion.Http11, RpcConnectFailure.Proxy);

        Assert.StartsWith($"The proxy 127.0.0.1:{proxy.Port} did not open a tunnel when asked for wss://orders.example/rpc.", error.Message);
        Assert.DoesNotContain("wrong-word", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _server.Accepted);
    }

    private async Task<RpcConnectException> FailAsync(Uri uri, IWebProxy proxy, RpcHttpVersion version, RpcConnectFailure reason)
    {
        RpcClientOptions options = certificates.Options();
        options.UseProxy = true;
        options.Proxy = proxy;
        options.HttpVersion = version;
        RpcConnectException error = await Connecting.FailAsync(uri, options);
        Assert.Equal(reason, error.Reason);
        return error;
    }
}
