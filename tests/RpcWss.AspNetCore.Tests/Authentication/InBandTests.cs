using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RpcWss.AspNetCore.Tests.Contracts;

namespace RpcWss.AspNetCore.Tests.Authentication;

/// <summary>A token that comes over the connection counts as one in the header would: the same handlers, the same policies, the same user.</summary>
public sealed class InBandTests(Certificates certificates)
{
    private readonly TokenBook _book = new TokenBook().Add("token-u", "u").Add("token-a", "a", "admin");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_user_of_the_token_is_the_user_of_the_calls()
    {
        await using TestHost host = await StartAsync(RpcInBandAuthentication.Required);
        await using RpcClient client = await ConnectAsync(host, "token-u");

        Assert.Equal("u user", await client.GetProxy<IProbe>().AskAsync("", Cancel));
        Assert.Equal(("localhost", "/rpc", "127.0.0.1", "RpcWss /rpc"), _book.LastRequest);
        Assert.Single(host.Peers.FindByUser("u"));
        Assert.Equal(1, host.Peers.Count);

        await client.DisposeAsync();
        await host.StopAsync();
        Assert.Empty(host.Peers.FindByUser("u"));
        Assert.Empty(host.Connections);
    }

    [Fact]
    public async Task The_endpoints_policy_is_applied_to_the_token()
    {
        await using TestHost host = await StartAsync(RpcInBandAuthentication.Required, app => app.MapRpcWss("/rpc").RequireAuthorization("admins"));

        RpcConnectException refused = await FailAsync(host, "token-u");
        await using RpcClient admin = await ConnectAsync(host, "token-a");

        Assert.Equal("a admin", await admin.GetProxy<IProbe>().AskAsync("", Cancel));
        Assert.Equal(RpcConnectFailure.Unauthenticated, refused.Reason);
        Assert.Contains("did not accept the access token, with PermissionDenied: \"The token is valid, and does not permit what this endpoint demands.\"", refused.Message);
    }

    [Fact]
    public async Task Requirements_in_metadata_and_the_fallback_policy_count_too()
    {
        await using TestHost host = await StartAsync(
            RpcInBandAuthentication.Required,
            app => app.MapRpcWss("/rpc"),
            services => services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireClaim("role", "admin").Build()));

        Assert.Contains("PermissionDenied", (await FailAsync(host, "token-u")).Message);
        await using RpcClient admin = await ConnectAsync(host, "token-a");
    }

    [Fact]
    public async Task A_token_that_nobody_knows_is_refused_and_told_to_nobody()
    {
        var log = new LogSink();
        await using TestHost host = await StartAsync(RpcInBandAuthentication.Required);

        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(
            () => RpcClient.ConnectAsync(host.Rpc, certificates.Options().With("s3cret").LoggingTo(log), Cancel));
        await Task.WhenAll(host.Connections.Select(connection => connection.Completion));

        Assert.Equal(RpcConnectFailure.Unauthenticated, error.Reason);
        Assert.Equal(
            $"{host.Rpc} did not accept the access token, with Unauthenticated: \"The token was not accepted.\" See whether what RpcClientOptions.AccessTokenProvider returns has expired, and is meant for this server.",
            error.Message);
        Assert.DoesNotContain(host.Log.Entries.Concat(log.Entries), entry => entry.ToString().Contains("s3cret", StringComparison.Ordinal));
        Assert.Contains(host.Log.Entries, entry => entry.Id == 1006);
    }

    [Fact]
    public async Task A_client_without_a_token_learns_that_one_is_required()
    {
        await using TestHost host = await StartAsync(RpcInBandAuthentication.Required);

        RpcConnectException none = await Assert.ThrowsAsync<RpcConnectException>(() => RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel));
        RpcConnectException empty = await FailAsync(host, null);

        Assert.Equal($"{host.Rpc} requires an access token and got none. Set RpcClientOptions.AccessTokenProvider, to what returns one.", none.Message);
        Assert.Equal((RpcConnectFailure.Unauthenticated, RpcConnectFailure.Unauthenticated), (none.Reason, empty.Reason));
    }

    [Fact]
    public async Task A_stranger_is_not_among_the_peers_before_it_is_known()
    {
        await using TestHost host = await StartAsync(RpcInBandAuthentication.Required);
        using RawPeer stranger = await RawPeer.OpenAsync(host);
        await stranger.SendHelloAsync();

        Assert.Single(host.Connections);
        Assert.Equal(0, host.Peers.Count);
        Assert.Empty(host.Peers.All);
        Assert.Null(host.Peers.Find(host.Connections[0].Peer.Id));
    }

    [Fact]
    public async Task A_call_before_the_token_ends_the_connection()
    {
        await using TestHost host = await StartAsync(RpcInBandAuthentication.Required);
        using RawPeer stranger = await RawPeer.OpenAsync(host);
        await stranger.SendHelloAsync();
        RpcConnection connection = Assert.Single(host.Connections);

        await stranger.SendMessageAsync(0x95, 1, 1, 0, 0, 0xC4, 1, 0x90);

        Assert.Equal(1002, await stranger.ReadCloseAsync());
        stranger.Dispose();
        await connection.Completion.WaitAsync(Cancel);
    }

    [Fact]
    public async Task Where_tokens_in_band_are_off_the_client_is_told_what_to_do()
    {
        await using TestHost host = await StartAsync(RpcInBandAuthentication.Off);

        RpcConnectException error = await FailAsync(host, "token-u");

        Assert.Equal(RpcConnectFailure.Unauthenticated, error.Reason);
        Assert.Contains("with FailedPrecondition", error.Message);
        Assert.EndsWith("Leave RpcClientOptions.AccessTokenPlacement at Header, or have its operator set RpcWssBuilder.InBandAuthentication.", error.Message);
    }

    [Fact]
    public async Task Where_tokens_in_band_are_optional_a_peer_may_come_with_or_without_one()
    {
        await using TestHost host = await StartAsync(RpcInBandAuthentication.Optional);
        await using RpcClient known = await ConnectAsync(host, "token-u");
        await using RpcClient nobody = await ConnectAsync(host, null);

        Assert.Equal("u user", await known.GetProxy<IProbe>().AskAsync("", Cancel));
        Assert.Equal("nobody ", await nobody.GetProxy<IProbe>().AskAsync("", Cancel));
        Assert.Single(host.Peers.FindByUser("u"));
        Assert.Equal(2, host.Peers.Count);
    }

    [Fact]
    public async Task The_scheme_that_reads_tokens_in_band_can_be_named()
    {
        await using TestHost host = await TestHost.StartAsync(
            certificates,
            rpc =>
            {
                rpc.InBandAuthentication = RpcInBandAuthentication.Required;
                rpc.InBandAuthenticationScheme = TokenBook.Scheme;
                rpc.AddService<IProbe, WhoAmI>();
            },
            services =>
            {
                HeaderAuthentication.Add(services);
                _book.AddTo(services, isDefault: false);
            });
        await using RpcClient client = await ConnectAsync(host, "token-u");

        Assert.Equal("u user", await client.GetProxy<IProbe>().AskAsync("", Cancel));
    }

    [Fact]
    public async Task The_policys_own_schemes_read_tokens_where_none_is_named()
    {
        await using TestHost host = await TestHost.StartAsync(
            certificates,
            rpc => rpc.AddService<IProbe, WhoAmI>().InBandAuthentication = RpcInBandAuthentication.Required,
            services =>
            {
                HeaderAuthentication.Add(services);
                _book.AddTo(services, isDefault: false);
            },
            app => app.MapRpcWss("/rpc").RequireAuthorization(policy => policy.AddAuthenticationSchemes(TokenBook.Scheme).RequireClaim("role", "admin")));
        await using RpcClient client = await ConnectAsync(host, "token-a");

        Assert.Equal("a admin", await client.GetProxy<IProbe>().AskAsync("", Cancel));
        Assert.Contains("PermissionDenied", (await FailAsync(host, "token-u")).Message);
    }

    [Fact]
    public async Task Tokens_in_band_need_the_apps_authentication()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => TestHost.StartAsync(certificates, rpc => rpc.InBandAuthentication = RpcInBandAuthentication.Optional));

        Assert.StartsWith("RpcWssBuilder.InBandAuthentication needs the app's authentication.", error.Message);
    }

    private Task<TestHost> StartAsync(RpcInBandAuthentication mode, Action<WebApplication>? map = null, Action<IServiceCollection>? services = null) => TestHost.StartAsync(
        certificates,
        rpc => rpc.AddService<IProbe, WhoAmI>().InBandAuthentication = mode,
        container =>
        {
            _book.AddTo(container);
            services?.Invoke(container);
        },
        map);

    private Task<RpcClient> ConnectAsync(TestHost host, string? token) => RpcClient.ConnectAsync(host.Rpc, certificates.Options().With(token), Cancel);

    private Task<RpcConnectException> FailAsync(TestHost host, string? token) => Assert.ThrowsAsync<RpcConnectException>(() => ConnectAsync(host, token));
}
