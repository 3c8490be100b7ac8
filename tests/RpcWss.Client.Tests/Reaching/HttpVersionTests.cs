using System.Net;
using System.Net.Security;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace RpcWss.Client.Tests.Reaching;

/// <summary>Servers that do not open WebSockets over HTTP/2, and what the client makes of it. A 404 over HTTP/1.1 shows that it fell back.</summary>
public sealed class HttpVersionTests(Certificates certificates)
{
    private const string NotFound = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";

    // SETTINGS without ENABLE_CONNECT_PROTOCOL, the acknowledgement of the client's (RFC 9113 §6.5).
    private static readonly byte[] _settings = [0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 4, 1, 0, 0, 0, 0];

    // The same with ENABLE_CONNECT_PROTOCOL (RFC 8441 §3).
    private static readonly byte[] _connectable = [0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 1, 0, 0, 0, 4, 1, 0, 0, 0, 0];

    // GOAWAY with HTTP_1_1_REQUIRED (RFC 9113 §7).
    private static readonly byte[] _goAway = [0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xD];

    public enum Server
    {
        WithoutAlpn,
        WithHttp11Alone,
        WithoutExtendedConnect,
        SendingBackToHttp11,
    }

    public static TheoryData<Server> Servers => [.. Enum.GetValues<Server>()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_server_without_it_is_connected_to_over_HTTP_1_1(Server kind)
    {
        await using RawServer server = Start(kind);

        RpcConnectException error = await Connecting.FailAsync(server.Uri, Options(RpcHttpVersion.Http2OrHttp11));

        Assert.Equal(HttpStatusCode.NotFound, error.HttpStatus);
        Assert.Equal(2, server.Accepted);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_server_without_it_is_an_error_where_it_is_demanded(Server kind)
    {
        await using RawServer server = Start(kind);

        RpcConnectException error = await Connecting.FailAsync(server.Uri, Options(RpcHttpVersion.Http2));

        Assert.Equal(RpcConnectFailure.HttpVersion, error.Reason);
        Assert.StartsWith(
            kind == Server.WithoutExtendedConnect
                ? $"{server.Uri} speaks HTTP/2 but does not open WebSockets over it (RFC 8441). Use RpcHttpVersion.Http2OrHttp11 or Http11"
                : $"{server.Uri} does not speak HTTP/2, or not for this request. Use RpcHttpVersion.Http2OrHttp11 or Http11",
            error.Message);
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task It_is_asked_again_after_a_minute()
    {
        var time = new FakeTimeProvider();
        RpcClientOptions options = Options(RpcHttpVersion.Http2OrHttp11);
        options.TimeProvider = time;
        await using RawServer server = Start(Server.WithHttp11Alone);

        await Connecting.FailAsync(server.Uri, options);
        Assert.Equal(2, server.Accepted);
        await Connecting.FailAsync(server.Uri, options);
        Assert.Equal(3, server.Accepted);
        time.Advance(TimeSpan.FromMinutes(1));
        await Connecting.FailAsync(server.Uri, options);
        Assert.Equal(5, server.Accepted);
    }

    [Fact]
    public async Task Of_many_at_once_one_finds_out_for_all()
    {
        RpcClientOptions options = Options(RpcHttpVersion.Http2OrHttp11);
        await using RawServer server = Start(Server.WithHttp11Alone);

        RpcConnectException[] errors = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Connecting.FailAsync(server.Uri, options)));

        Assert.All(errors, error => Assert.Equal(HttpStatusCode.NotFound, error.HttpStatus));
        Assert.Equal(11, server.Accepted);
        Assert.Equal(0, options.Sharing.Count);
    }

    [Fact]
    public async Task One_that_gives_up_the_handshake_does_not_take_the_others_along()
    {
        var arrived = new TaskCompletionSource();
        int connections = 0;
        await using RawServer server = RawServer.Start(null, async (stream, cancellationToken) =>
        {
            if (Interlocked.Increment(ref connections) == 1)
            {
                await stream.ReadExactlyAsync(new byte[16], cancellationToken);
                arrived.SetResult();
                await RawServer.ReadToEndAsync(stream, cancellationToken);
                return;
            }

            await stream.ReadExactlyAsync(new byte[16], cancellationToken);
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), cancellationToken);
        });
        RpcClientOptions options = Options(RpcHttpVersion.Http2OrHttp11);
        using var giveUp = new CancellationTokenSource();

        Task<RpcClient> first = RpcClient.ConnectAsync(server.Uri, options, giveUp.Token);
        await arrived.Task;
        Task<RpcConnectException> second = Connecting.FailAsync(server.Uri, options);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(RpcConnectFailure.PeerNotTls, (await second).Reason);
        Assert.Equal(0, options.Sharing.Count);
    }

    [Fact]
    public async Task HTTP_3_is_refused_at_once_with_what_to_use()
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(
            () => RpcClient.ConnectAsync(new Uri("wss://localhost:1/"), Options(RpcHttpVersion.Http3), TestContext.Current.CancellationToken));

        Assert.StartsWith(
            "RpcClientOptions.HttpVersion is Http3, over which neither .NET's WebSocket client nor ASP.NET Core's server opens WebSockets (RFC 9220) yet. Use Http11, or Http2OrHttp11 for many connections to one server.",
            error.Message);
    }

    [Fact]
    public async Task A_version_that_there_is_not_is_refused()
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(
            () => RpcClient.ConnectAsync(new Uri("wss://localhost:1/"), Options((RpcHttpVersion)7), TestContext.Current.CancellationToken));

        Assert.StartsWith("RpcClientOptions.HttpVersion is 7; it must be Http11, Http2OrHttp11 or Http2.", error.Message);
    }

    private RpcClientOptions Options(RpcHttpVersion version)
    {
        RpcClientOptions options = certificates.Options();
        options.HttpVersion = version;
        return options;
    }

    private RawServer Start(Server kind)
    {
        SslServerAuthenticationOptions tls = certificates.Serve(certificates.Test.Server);
        tls.ApplicationProtocols = kind switch
        {
            Server.WithoutAlpn => null,
            Server.WithHttp11Alone => [SslApplicationProtocol.Http11],
            _ => [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
        };
        return RawServer.Start(tls, async (stream, cancellationToken) =>
        {
            string head = await RawServer.ReadHeadAsync(stream, cancellationToken);
            bool isHttp2 = ((SslStream)stream).NegotiatedApplicationProtocol == SslApplicationProtocol.Http2;
            byte[] answer = !isHttp2 ? Encoding.ASCII.GetBytes(NotFound) : kind == Server.WithoutExtendedConnect ? _settings : [.. _connectable, .. _goAway];
            if (head.Length > 0)
            {
                await stream.WriteAsync(answer, cancellationToken);
                await RawServer.ReadToEndAsync(stream, cancellationToken);
            }
        });
    }
}
