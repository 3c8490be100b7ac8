using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RpcWss.Endpoint;

namespace RpcWss.AspNetCore.Tests;

/// <summary>Connections are limited before a WebSocket is accepted.</summary>
public sealed class ConnectionQuotaTests(Certificates certificates)
{
    private static readonly ClaimsPrincipal _anonymous = new(new ClaimsIdentity());

    [Fact]
    public async Task One_too_many_is_asked_to_come_back()
    {
        await using TestHost host = await TestHost.StartAsync(certificates, rpc => rpc.MaxConnections = 1);
        host.Log.Expected.Add(2007);
        await using RpcClient first = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), TestContext.Current.CancellationToken);

        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(
            () => RpcClient.ConnectAsync(host.Rpc, certificates.Options(), TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.HttpStatus);
        Assert.NotNull(error.RetryAfter);
        Assert.Contains("\"There are too many connections. Try again later.\"", error.Message);
        Assert.Matches("^A connection from 127\\.0\\.0\\.1:[0-9]+ was refused: MaxConnections is reached\\.$", Assert.Single(host.Log.Entries, entry => entry.Id == 2007).Text);
        Assert.Equal(1, host.Peers.Count);
    }

    [Fact]
    public async Task One_too_many_of_a_user_is_refused_and_other_users_get_in()
    {
        await using TestHost host = await TestHost.StartAsync(certificates, rpc => rpc.MaxConnectionsPerUser = 1, HeaderAuthentication.Add);
        host.Log.Expected.Add(2007);
        await using RpcClient first = await ConnectAsync(host, "a");

        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(() => ConnectAsync(host, "a"));
        await using RpcClient other = await ConnectAsync(host, "b");

        AssertFull(host, error, "MaxConnectionsPerUser");
        Assert.Equal((1, 1), (host.Peers.FindByUser("a").Count, host.Peers.FindByUser("b").Count));
    }

    [Fact]
    public async Task One_too_many_of_an_address_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync(certificates, rpc => rpc.MaxConnectionsPerAddress = 1, HeaderAuthentication.Add);
        host.Log.Expected.Add(2007);
        await using RpcClient first = await ConnectAsync(host, "a");

        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(() => ConnectAsync(host, "b"));

        AssertFull(host, error, "MaxConnectionsPerAddress");
        Assert.Equal(1, host.Peers.Count);
    }

    [Fact]
    public async Task A_connection_that_has_ended_counts_no_more()
    {
        await using TestHost host = await TestHost.StartAsync(certificates, rpc => rpc.MaxConnections = 1);
        host.Log.Expected.Add(2007);
        ConnectionQuota quota = host.Services.GetRequiredService<ConnectionQuota>();
        await using (await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), TestContext.Current.CancellationToken))
        {
            Assert.Equal("MaxConnections", quota.TryEnter(_anonymous, IPAddress.Loopback));
        }

        await host.StopAsync();

        Assert.Null(quota.TryEnter(_anonymous, IPAddress.Loopback));
    }

    [Fact]
    public void Users_are_counted_each_and_anonymous_peers_are_not()
    {
        ConnectionQuota quota = Quota(rpc => rpc.MaxConnectionsPerUser = 1);

        Assert.Null(quota.TryEnter(User("a"), null));
        Assert.Equal("MaxConnectionsPerUser", quota.TryEnter(User("a"), null));
        Assert.Null(quota.TryEnter(User("b"), null));
        Assert.Null(quota.TryEnter(_anonymous, null));
        Assert.Null(quota.TryEnter(_anonymous, null));

        quota.Leave(User("a"), null);
        Assert.Null(quota.TryEnter(User("a"), null));
    }

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.2", true)]
    [InlineData("10.0.0.1", "10.0.0.1", false)]
    [InlineData("10.0.0.1", "::ffff:10.0.0.1", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", true)]
    public void Addresses_are_counted_each_those_of_IPv6_by_network(string first, string second, bool admitted)
    {
        ConnectionQuota quota = Quota(rpc => rpc.MaxConnectionsPerAddress = 1);
        Assert.Null(quota.TryEnter(_anonymous, IPAddress.Parse(first)));

        Assert.Equal(admitted ? null : "MaxConnectionsPerAddress", quota.TryEnter(_anonymous, IPAddress.Parse(second)));

        quota.Leave(_anonymous, IPAddress.Parse(first));
        Assert.Null(quota.TryEnter(_anonymous, IPAddress.Parse(first)));
    }

    [Fact]
    public void A_limit_below_one_is_refused()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddRpcWss(rpc => rpc.MaxConnectionsPerUser = 0);

        ArgumentException error = Assert.Throws<ArgumentException>(() => builder.Build().MapRpcWss("/rpc"));

        Assert.StartsWith("RpcWssBuilder.MaxConnectionsPerUser is 0; it must be at least 1.", error.Message);
    }

    // Which limit it was is told to the operator alone.
    private static void AssertFull(TestHost host, RpcConnectException error, string limit)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.HttpStatus);
        Assert.NotNull(error.RetryAfter);
        Assert.DoesNotContain(limit, error.Message);
        Assert.EndsWith($" was refused: {limit} is reached.", Assert.Single(host.Log.Entries, entry => entry.Id == 2007).Text);
    }

    private Task<RpcClient> ConnectAsync(TestHost host, string user)
    {
        RpcClientOptions options = certificates.Options();
        options.Headers["Authorization"] = $"User {user}";
        return RpcClient.ConnectAsync(host.Rpc, options, TestContext.Current.CancellationToken);
    }

    private static ClaimsPrincipal User(string id) => new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id)], "test"));

    private static ConnectionQuota Quota(Action<RpcWssBuilder> configure)
    {
        ConnectionQuota? quota = null;
        new ServiceCollection().AddRpcWss(rpc =>
        {
            configure(rpc);
            quota = new ConnectionQuota(rpc);
        });
        return quota!;
    }
}
