using System.Net;
using System.Security.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using RpcWss.AspNetCore.Tests.Contracts;

namespace RpcWss.AspNetCore.Tests;

/// <summary>Clients over HTTP/2 against a real host: one handshake for many connections, and everything that holds over HTTP/1.1.</summary>
public sealed class Http2ClientTests(Certificates certificates)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RpcHttpVersion.Http2, SslProtocols.Tls12)]
    [InlineData(RpcHttpVersion.Http2OrHttp11, SslProtocols.Tls13)]
    public async Task Twenty_connections_share_one_handshake_and_each_knows_what_was_agreed_on_in_it(RpcHttpVersion version, SslProtocols protocol)
    {
        await using TestHost host = await StartAsync(protocols: protocol);
        await using var relay = new Relay(host);
        RpcClientOptions options = Options(version);

        RpcClient[] clients = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RpcClient.ConnectAsync(relay.Uri, options, Cancel)));

        Assert.Equal(1, relay.Connections);
        Assert.Equal(20, host.Connections.Count);
        RpcConnectionSecurity there = Assert.Single(host.Connections.Select(connection => connection.Security).Distinct());
        for (int i = 0; i < clients.Length; i++)
        {
            RpcConnectionSecurity here = clients[i].Connection.Security;
            Assert.True(here.IsEncrypted);
            Assert.Equal(protocol, here.Protocol);
            Assert.Equal(certificates.Test.Server.Thumbprint, here.PeerCertificate?.Thumbprint);
            Assert.Equal(HttpVersion.Version20, here.HttpVersion);
            Assert.Equal(there, here with { PeerCertificate = null });
            Assert.Equal($"{i}", await clients[i].GetProxy<IProbe>().AskAsync($"{i}", Cancel));
        }

        await Task.WhenAll(clients.Select(client => client.DisposeAsync().AsTask()));
        await relay.ClosedAsync().WaitAsync(Cancel);
        Assert.Equal(0, options.Sharing.Count);
    }

    [Fact]
    public async Task One_that_closes_leaves_the_others()
    {
        await using TestHost host = await StartAsync();
        await using var relay = new Relay(host);
        RpcClientOptions options = Options();
        RpcClient first = await RpcClient.ConnectAsync(relay.Uri, options, Cancel);
        await using RpcClient second = await RpcClient.ConnectAsync(relay.Uri, options, Cancel);

        await first.DisposeAsync();

        Assert.Equal("x", await second.GetProxy<IProbe>().AskAsync("x", Cancel));
        await using RpcClient third = await RpcClient.ConnectAsync(relay.Uri, options, Cancel);
        Assert.Equal("x", await third.GetProxy<IProbe>().AskAsync("x", Cancel));
        Assert.Equal(1, relay.Connections);
    }

    [Fact]
    public async Task Options_share_with_others_when_told_to()
    {
        await using TestHost host = await StartAsync();
        await using var relay = new Relay(host);
        RpcClientOptions mine = Options();
        RpcClientOptions sharing = Options();
        sharing.Sharing = mine.Sharing;

        await using RpcClient first = await RpcClient.ConnectAsync(relay.Uri, mine, Cancel);
        await using RpcClient second = await RpcClient.ConnectAsync(relay.Uri, sharing, Cancel);
        Assert.Equal(1, relay.Connections);
        await using RpcClient alone = await RpcClient.ConnectAsync(relay.Uri, Options(), Cancel);
        Assert.Equal(2, relay.Connections);
    }

    [Fact]
    public async Task When_the_server_allows_no_more_on_a_connection_there_is_another_one()
    {
        await using TestHost host = await StartAsync(services => services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.Http2.MaxStreamsPerConnection = 2));
        await using var relay = new Relay(host);
        RpcClientOptions options = Options();
        var clients = new List<RpcClient>();
        for (int i = 0; i < 5; i++)
        {
            clients.Add(await RpcClient.ConnectAsync(relay.Uri, options, Cancel));
        }

        Assert.Equal(3, relay.Connections);
        await AssertAnswerAsync(clients);
    }

    [Fact]
    public async Task Of_many_at_once_each_finds_room()
    {
        await using TestHost host = await StartAsync(services => services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.Http2.MaxStreamsPerConnection = 2));
        await using var relay = new Relay(host);
        RpcClientOptions options = Options();

        RpcClient[] clients = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => RpcClient.ConnectAsync(relay.Uri, options, Cancel)));

        Assert.Equal(6, relay.Connections);
        await AssertAnswerAsync(clients);
        await relay.ClosedAsync().WaitAsync(Cancel);
    }

    [Fact]
    public async Task When_it_breaks_all_on_it_end_and_the_next_client_gets_another_one()
    {
        await using TestHost host = await StartAsync();
        await using var relay = new Relay(host);
        RpcClientOptions options = Options();
        await using RpcClient first = await RpcClient.ConnectAsync(relay.Uri, options, Cancel);
        await using RpcClient second = await RpcClient.ConnectAsync(relay.Uri, options, Cancel);

        relay.Cut();
        await Task.WhenAll(first.Completion, second.Completion).WaitAsync(Cancel);

        Assert.All((RpcClient[])[first, second], client => Assert.NotNull(client.Connection.Error));
        await using RpcClient next = await RpcClient.ConnectAsync(relay.Uri, options, Cancel);
        Assert.Equal("x", await next.GetProxy<IProbe>().AskAsync("x", Cancel));
        Assert.Equal(2, relay.Connections);
    }

    [Fact]
    public async Task A_refusal_of_one_does_not_harm_the_others_on_the_connection()
    {
        await using TestHost host = await StartAsync();
        await using var relay = new Relay(host);
        RpcClientOptions options = Options();
        await using RpcClient client = await RpcClient.ConnectAsync(relay.Uri, options, Cancel);

        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(() => RpcClient.ConnectAsync(new Uri(relay.Uri, "/nowhere"), options, Cancel));

        Assert.Equal(RpcConnectFailure.HttpRefused, error.Reason);
        Assert.Equal(HttpStatusCode.NotFound, error.HttpStatus);
        Assert.Contains("Check the path", error.Message, StringComparison.Ordinal);
        Assert.Equal("x", await client.GetProxy<IProbe>().AskAsync("x", Cancel));
        Assert.Equal(1, relay.Connections);
    }

    [Theory]
    [InlineData("/busy", RpcConnectFailure.HttpRefused, 503, "Try again later.")]
    [InlineData("/who", RpcConnectFailure.Unauthenticated, 401, "Send credentials")]
    [InlineData("/moved", RpcConnectFailure.HttpRefused, 307, "Redirects are not followed; use the address that it names, https://localhost/rpc,")]
    [InlineData("/other", RpcConnectFailure.Subprotocol, 200, "opened a WebSocket without the subprotocol rpcwss.v1")]
    public async Task Answers_are_told_apart_as_over_HTTP_1_1(string path, RpcConnectFailure reason, int status, string text)
    {
        await using TestHost host = await StartAsync(map: app =>
        {
            app.UseWebSockets();
            app.MapRpcWss("/rpc");
            app.Map("/busy", context => { context.Response.Headers.RetryAfter = "17"; context.Response.StatusCode = 503; return Task.CompletedTask; });
            app.Map("/who", context => { context.Response.StatusCode = 401; return Task.CompletedTask; });
            app.Map("/moved", context => { context.Response.StatusCode = 307; context.Response.Headers.Location = "https://localhost/rpc"; return Task.CompletedTask; });
            app.Map("/other", async context => await context.WebSockets.AcceptWebSocketAsync());
        });

        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(() => RpcClient.ConnectAsync(new Uri(host.Rpc, path), Options(), Cancel));

        Assert.Equal(reason, error.Reason);
        Assert.Equal((HttpStatusCode)status, error.HttpStatus);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
        Assert.Equal(status == 503 ? TimeSpan.FromSeconds(17) : null, error.RetryAfter);
    }

    private static async Task AssertAnswerAsync(IEnumerable<RpcClient> clients)
    {
        foreach (RpcClient client in clients)
        {
            Assert.Equal("x", await client.GetProxy<IProbe>().AskAsync("x", Cancel));
            await client.DisposeAsync();
        }
    }

    private Task<TestHost> StartAsync(Action<IServiceCollection>? services = null, Action<WebApplication>? map = null, SslProtocols protocols = SslProtocols.None) =>
        TestHost.StartAsync(certificates, rpc => rpc.AddService<IProbe>(new Answering(text => text)), services, map, protocols: protocols);

    private RpcClientOptions Options(RpcHttpVersion version = RpcHttpVersion.Http2)
    {
        RpcClientOptions options = certificates.Options();
        options.HttpVersion = version;
        return options;
    }
}
