using Microsoft.AspNetCore.Builder;

namespace RpcWss.AspNetCore.Tests;

/// <summary>What gets no WebSocket is answered with a status and a reason in words.</summary>
public sealed class UpgradeRulesTests(Certificates certificates)
{
    [Fact]
    public async Task An_ordinary_request_is_told_what_the_endpoint_is()
    {
        await using TestHost host = await TestHost.StartAsync(certificates);

        RawAnswer answer = await RawPeer.SendAsync(host, "GET /rpc HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.Equal(426, answer.Status);
        Assert.Equal("websocket", answer.Headers["Upgrade"]);
        Assert.Equal("13", answer.Headers["Sec-WebSocket-Version"]);
        Assert.Equal("This is an RpcWss endpoint: connect with a WebSocket, version 13, subprotocol rpcwss.v1.", answer.Reason);
    }

    [Theory]
    [InlineData("Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: 8")]
    [InlineData("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Key: short")]
    [InlineData("GET", "POST")]
    public async Task A_malformed_WebSocket_request_is_refused(string part, string replacement)
    {
        await using TestHost host = await TestHost.StartAsync(certificates);

        Assert.Equal(426, (await RawPeer.SendAsync(host, RawPeer.Upgrade.Replace(part, replacement) + "\r\n")).Status);
    }

    [Theory]
    [InlineData("HTTP/1.0", "")]
    [InlineData("HTTP/1.1", "Content-Length: 5\r\n")]
    [InlineData("HTTP/1.1", "Transfer-Encoding: chunked\r\n")]
    public async Task Old_HTTP_and_bodies_are_refused(string version, string header)
    {
        await using TestHost host = await TestHost.StartAsync(certificates);

        RawAnswer answer = await RawPeer.SendAsync(host, $"{RawPeer.Upgrade.Replace("HTTP/1.1", version)}{header}\r\nhello");

        Assert.Equal(400, answer.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Sec-WebSocket-Protocol: rpcwss.v2, chat\r\n")]
    public async Task Another_subprotocol_is_refused(string header)
    {
        await using TestHost host = await TestHost.StartAsync(certificates);

        RawAnswer answer = await RawPeer.SendAsync(host, $"{RawPeer.Upgrade.Replace("Sec-WebSocket-Protocol: rpcwss.v1\r\n", header)}\r\n");

        Assert.Equal(400, answer.Status);
        Assert.Equal("The client did not ask for the subprotocol rpcwss.v1, the only one here. Use an RpcWss client of the same major version.", answer.Reason);
    }

    [Fact]
    public async Task Compression_that_is_offered_is_not_accepted()
    {
        await using TestHost host = await TestHost.StartAsync(certificates);

        RawAnswer answer = await RawPeer.SendAsync(host, $"{RawPeer.Upgrade}Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n");

        Assert.Equal(101, answer.Status);
        Assert.DoesNotContain("Sec-WebSocket-Extensions", answer.Headers.Keys);
    }

    [Theory]
    [InlineData("other.example", true, 421)]
    [InlineData("other.example", false, 101)]
    [InlineData("LOCALHOST.", true, 101)]
    public async Task A_request_for_another_host_than_the_handshake_named_is_misdirected(string name, bool check, int expected)
    {
        await using TestHost host = await TestHost.StartAsync(certificates, rpc => rpc.CheckServerName = check);

        RawAnswer answer = await RawPeer.SendAsync(host, $"{RawPeer.Upgrade.Replace("Host: localhost", $"Host: {name}")}\r\n");

        Assert.Equal(expected, answer.Status);
    }

    [Fact]
    public async Task Plain_HTTP_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync(certificates, tls: false);

        RawAnswer answer = await RawPeer.SendAsync(host, RawPeer.Upgrade + "\r\n");

        Assert.Equal(403, answer.Status);
        Assert.StartsWith("This endpoint takes encrypted connections alone. Use wss.", answer.Reason);
    }

    [Fact]
    public async Task A_client_shows_the_reason()
    {
        await using TestHost host = await TestHost.StartAsync(certificates, tls: false);
        RpcClientOptions options = certificates.Options();
        options.AllowUnencryptedLoopback = true;

        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(
            () => RpcClient.ConnectAsync(host.Rpc, options, TestContext.Current.CancellationToken));

        Assert.Equal(RpcConnectFailure.HttpRefused, error.Reason);
        Assert.Contains("answered 403: \"This endpoint takes encrypted connections alone. Use wss.", error.Message);
    }

    [Fact]
    public async Task A_refusal_is_logged_with_its_reason()
    {
        await using TestHost host = await TestHost.StartAsync(certificates);

        await RawPeer.SendAsync(host, "GET /rpc HTTP/1.1\r\nHost: localhost\r\n\r\n");

        LogSink.Entry entry = Assert.Single(host.Log.Entries, entry => entry.Id == 2001 && entry.Category == "RpcWss.Endpoint.RpcEndpoint");
        Assert.Matches("^A request from 127\\.0\\.0\\.1:[0-9]+ was refused with 426: This is an RpcWss endpoint", entry.Text);
    }
}
