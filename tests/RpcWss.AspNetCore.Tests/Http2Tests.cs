using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using RpcWss.AspNetCore.Tests.Contracts;
using RpcWss.Client.Tests;
using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.AspNetCore.Tests;

/// <summary>The same rules hold for a WebSocket over HTTP/2 (RFC 8441).</summary>
public sealed class Http2Tests(Certificates certificates)
{
    [Fact]
    public async Task An_ordinary_request_is_a_bad_one()
    {
        await using TestHost host = await TestHost.StartAsync(certificates);
        using HttpMessageInvoker invoker = Invoker();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "/rpc"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using HttpResponseMessage response = await invoker.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(
            "This is an RpcWss endpoint: connect with a WebSocket (RFC 8441), subprotocol rpcwss.v1.",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task Another_origin_is_refused(string origin)
    {
        await using TestHost host = await TestHost.StartAsync(certificates);

        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(host.Rpc, origin, "rpcwss.v1"));
    }

    [Fact]
    public async Task Another_subprotocol_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync(certificates);

        Assert.Equal(HttpStatusCode.BadRequest, await ConnectAsync(host.Rpc, null, "chat"));
    }

    [Fact]
    public async Task A_request_for_another_host_than_the_handshake_named_is_misdirected()
    {
        await using TestHost host = await TestHost.StartAsync(certificates);
        // Takes requests for any host, and names localhost to the real one whatever they ask for.
        var tls = new SslServerAuthenticationOptions { ServerCertificate = certificates.Test.Server, ApplicationProtocols = [SslApplicationProtocol.Http2] };
        await using RawServer between = RawServer.Start(tls, (stream, cancellationToken) => PassOnAsync(stream, host, cancellationToken));

        Assert.Equal(HttpStatusCode.MisdirectedRequest, await ConnectAsync(new Uri($"wss://127.0.0.1:{between.Port}/rpc"), null, "rpcwss.v1"));
        Assert.Equal(HttpStatusCode.BadRequest, await ConnectAsync(new Uri($"wss://localhost:{between.Port}/rpc"), null, "chat"));
    }

    [Fact]
    public async Task A_connection_works_over_it_and_has_no_total_limit()
    {
        await using TestHost host = await TestHost.StartAsync(certificates, rpc => rpc.AddService<IProbe>(new Answering(text => $"{text.Length}")));
        using HttpMessageInvoker invoker = Invoker();
        using var socket = new ClientWebSocket();
        Configure(socket, "rpcwss.v1");
        await socket.ConnectAsync(host.Rpc, invoker, TestContext.Current.CancellationToken);
        await using RpcConnection connection = RpcConnection.Start(new WebSocketTransport(socket), new ConnectionSetup { Role = PeerRole.Client });
        IProbe probe = connection.GetProxy<IProbe>();

        // Kestrel ends an ordinary request body at 30 MB.
        string text = new('x', 4_000_000);
        for (int i = 0; i < 9; i++)
        {
            Assert.Equal("4000000", await probe.AskAsync(text, TestContext.Current.CancellationToken));
        }

        Assert.Equal(HttpVersion.Version20, Assert.Single(host.Connections).Security.HttpVersion);
    }

    private static void Configure(ClientWebSocket socket, string subprotocol)
    {
        socket.Options.HttpVersion = HttpVersion.Version20;
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.AddSubProtocol(subprotocol);
    }

    private static HttpMessageInvoker Invoker() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
    });

    private static async Task PassOnAsync(Stream near, TestHost host, CancellationToken cancellationToken)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, host.Address.Port, cancellationToken);
        await using var far = new SslStream(tcp.GetStream(), false, static (_, _, _, _) => true);
        await far.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", ApplicationProtocols = [SslApplicationProtocol.Http2] }, cancellationToken);
        await Task.WhenAny(near.CopyToAsync(far, cancellationToken), far.CopyToAsync(near, cancellationToken));
    }

    private static async Task<HttpStatusCode> ConnectAsync(Uri uri, string? origin, string subprotocol)
    {
        using HttpMessageInvoker invoker = Invoker();
        using var socket = new ClientWebSocket();
        Configure(socket, subprotocol);
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(uri, invoker, TestContext.Current.CancellationToken));
        return socket.HttpStatusCode;
    }
}
