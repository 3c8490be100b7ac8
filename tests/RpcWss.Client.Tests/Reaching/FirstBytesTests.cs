using System.Net.Security;

namespace RpcWss.Client.Tests.Reaching;

/// <summary>What leaves the client first, on the wire: TLS and nothing else, under the right name, for the right place.</summary>
public sealed class FirstBytesTests(Certificates certificates)
{
    [Theory]
    [InlineData(RpcHttpVersion.Http11)]
    [InlineData(RpcHttpVersion.Http2OrHttp11)]
    [InlineData(RpcHttpVersion.Http2)]
    public async Task Nothing_but_TLS_leaves_when_the_handshake_fails(RpcHttpVersion version)
    {
        var sent = new MemoryStream();
        var decrypted = new TaskCompletionSource<int>();
        await using RawServer server = RawServer.Start(null, async (stream, cancellationToken) =>
        {
            var recorded = new RecordingStream(stream, sent);
            using var secure = new SslStream(recorded);
            int data = 0;
            try
            {
                SslServerAuthenticationOptions tls = certificates.Serve(certificates.Test.Untrusted);
                tls.ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11];
                await secure.AuthenticateAsServerAsync(tls, cancellationToken);
                data = await secure.ReadAsync(new byte[1], cancellationToken);
            }
            finally
            {
                // A failure of this end is its reading of the client's alert.
                decrypted.SetResult(data);
            }
        });
        RpcClientOptions options = certificates.Options();
        options.HttpVersion = version;
        options.Headers["Authorization"] = "Bearer secret";

        RpcConnectException error = await Connecting.FailAsync(server.Uri, options);

        Assert.Equal(RpcConnectFailure.UntrustedRoot, error.Reason);
        Assert.Equal(0, await decrypted.Task);
        Assert.Equal(1, server.Accepted);
        AssertTls(sent.ToArray());
    }

    [Theory]
    [InlineData("wss://orders.example/rpc", "orders.example", "orders.example:443")]
    [InlineData("wss://Orders.Example./rpc", "orders.example", "orders.example:443")]
    [InlineData("wss://orders.example:8443/rpc", "orders.example", "orders.example:8443")]
    [InlineData("wss://bücher.example/", "xn--bcher-kva.example", "xn--bcher-kva.example:443")]
    [InlineData("wss://10.9.8.7/rpc", null, "10.9.8.7:443")]
    [InlineData("wss://[2001:db8::1]/rpc", null, "[2001:db8::1]:443")]
    public async Task Names_are_asked_for_by_SNI_and_addresses_are_not_and_the_port_is_443_unless_given(string address, string? name, string asked)
    {
        foreach (RpcHttpVersion version in (RpcHttpVersion[])[RpcHttpVersion.Http11, RpcHttpVersion.Http2])
        {
            var seen = new TaskCompletionSource<ClientHello>();
            await using RawServer server = ClientHello.Server(seen);
            await using var proxy = new ConnectProxy(server.Port);
            RpcClientOptions options = certificates.Options();
            options.UseProxy = true;
            options.Proxy = proxy.Use();
            options.HttpVersion = version;

            await Connecting.FailAsync(new Uri(address), options);

            ClientHello hello = await seen.Task;
            Assert.Equal(name, hello.ServerName);
            Assert.Equal(version == RpcHttpVersion.Http2 ? ["h2"] : [], hello.Protocols);
            Assert.StartsWith($"CONNECT {asked} HTTP/1.1\r\n", Assert.Single(proxy.Requests));
        }
    }

    [Fact]
    public async Task A_path_and_a_query_arrive_and_nothing_else_of_the_address()
    {
        var request = new TaskCompletionSource<string>();
        await using RawServer server = RawServer.Start(
            certificates.Serve(certificates.Test.Server),
            async (stream, cancellationToken) => request.SetResult(await RawServer.ReadHeadAsync(stream, cancellationToken)));

        await Connecting.FailAsync(new Uri($"wss://127.0.0.1:{server.Port}/a%20b/rpc?x=1&y=%23"), certificates.Options());

        Assert.StartsWith("GET /a%20b/rpc?x=1&y=%23 HTTP/1.1\r\n", await request.Task);
        Assert.Contains($"\r\nHost: 127.0.0.1:{server.Port}\r\n", await request.Task);
    }

    private static void AssertTls(ReadOnlySpan<byte> sent)
    {
        Assert.Equal(ClientHello.HandshakeRecord, sent[0]);
        while (sent.Length > 0)
        {
            // Change of cipher, alert, handshake, encrypted (RFC 8446 §5.1).
            Assert.InRange(sent[0], 20, 23);
            sent = sent[(5 + ((sent[3] << 8) | sent[4]))..];
        }
    }
}
