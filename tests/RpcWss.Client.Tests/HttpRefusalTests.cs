using System.Net;

namespace RpcWss.Client.Tests;

/// <summary>An answer that is no RpcWss WebSocket is told apart, with its status.</summary>
public sealed class HttpRefusalTests(Certificates certificates)
{
    private const string Upgrade = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n";

    [Theory]
    [InlineData(401, "Send credentials, by RpcClientOptions.AccessTokenProvider or RpcClientOptions.Headers, or see whether they have expired and are meant for this server.")]
    [InlineData(403, "It knows who is asking and refuses; ask its operator for access.")]
    [InlineData(404, "Check the path: nothing is mapped there.")]
    [InlineData(426, "a proxy on the way may not pass upgrades on")]
    [InlineData(500, "See the server's log.")]
    public async Task A_status_comes_with_advice(int status, string advice)
    {
        RpcConnectException error = await AnswerAsync($"HTTP/1.1 {status} No\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(status == 401 ? RpcConnectFailure.Unauthenticated : RpcConnectFailure.HttpRefused, error.Reason);
        Assert.Equal((HttpStatusCode)status, error.HttpStatus);
        Assert.Contains($" answered {status}. ", error.Message);
        Assert.Contains(advice, error.Message);
    }

    [Fact]
    public async Task An_ordinary_page_is_no_endpoint()
    {
        RpcConnectException error = await AnswerAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");

        Assert.Equal(HttpStatusCode.OK, error.HttpStatus);
        Assert.Contains("It got an ordinary request instead of a WebSocket's", error.Message);
    }

    [Fact]
    public async Task The_servers_reason_is_shown_with_its_control_characters_replaced_and_its_length_bounded()
    {
        RpcConnectException error = await AnswerAsync($"HTTP/1.1 400 No\r\nRpcWss-Reason: a\tb{new string('x', 500)}\r\nContent-Length: 0\r\n\r\n");

        Assert.Contains("answered 400: \"a?bxxx", error.Message);
        Assert.Contains("xx…\". ", error.Message);
        Assert.True(error.Message.Length < 400);
    }

    [Fact]
    public async Task The_time_to_wait_is_passed_on()
    {
        Assert.Equal(TimeSpan.FromSeconds(17), (await AnswerAsync("HTTP/1.1 503 Busy\r\nRetry-After: 17\r\nContent-Length: 0\r\n\r\n")).RetryAfter);
        Assert.Null((await AnswerAsync("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")).RetryAfter);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using RawServer elsewhere = RawServer.Answering(certificates.Serve(certificates.Test.Server), "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

        RpcConnectException error = await AnswerAsync($"HTTP/1.1 307 Moved\r\nLocation: {elsewhere.Uri}\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(HttpStatusCode.TemporaryRedirect, error.HttpStatus);
        Assert.Contains($"Redirects are not followed; use the address that it names, {elsewhere.Uri}, if you trust it.", error.Message);
        Assert.Equal(0, elsewhere.Accepted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Sec-WebSocket-Protocol: rpcwss.v9\r\n")]
    public async Task A_WebSocket_without_our_subprotocol_is_not_used(string header)
    {
        RpcConnectException error = await AnswerAsync($"{Upgrade}{header}\r\n");

        Assert.Equal(RpcConnectFailure.Subprotocol, error.Reason);
        Assert.Contains("opened a WebSocket without the subprotocol rpcwss.v1: it is not an RpcWss endpoint, or one of another version.", error.Message);
    }

    [Fact]
    public async Task A_server_that_hangs_up_instead_of_answering_is_recognized()
    {
        await using RawServer server = RawServer.Start(
            certificates.Serve(certificates.Test.Server), (stream, cancellationToken) => RawServer.ReadHeadAsync(stream, cancellationToken));

        RpcConnectException error = await Connecting.FailAsync(server.Uri, certificates.Options());

        Assert.Equal(RpcConnectFailure.PeerClosed, error.Reason);
        Assert.Contains("closed the connection while the answer to the WebSocket request was awaited", error.Message);
    }

    [Fact]
    public async Task The_request_carries_the_users_headers_and_no_other_subprotocol_or_extension()
    {
        var request = new TaskCompletionSource<string>();
        await using RawServer server = RawServer.Start(
            certificates.Serve(certificates.Test.Server),
            async (stream, cancellationToken) => request.SetResult(await RawServer.ReadHeadAsync(stream, cancellationToken)));
        RpcClientOptions options = certificates.Options();
        options.Headers["Authorization"] = "Bearer abc";

        await Connecting.FailAsync(new Uri($"wss://localhost.:{server.Port}/rpc"), options);

        string head = await request.Task;
        Assert.Contains("\r\nAuthorization: Bearer abc\r\n", head);
        Assert.Contains("\r\nSec-WebSocket-Protocol: rpcwss.v1\r\n", head);
        Assert.Contains($"\r\nHost: localhost:{server.Port}\r\n", head);
        Assert.DoesNotContain("Sec-WebSocket-Extensions", head);
        Assert.DoesNotContain("Origin", head);
    }

    private async Task<RpcConnectException> AnswerAsync(string answer)
    {
        await using RawServer server = RawServer.Answering(certificates.Serve(certificates.Test.Server), answer);
        RpcConnectException error = await Connecting.FailAsync(server.Uri, certificates.Options());

        // A server that refuses is not asked again by itself.
        Assert.Equal(1, server.Accepted);
        return error;
    }
}
