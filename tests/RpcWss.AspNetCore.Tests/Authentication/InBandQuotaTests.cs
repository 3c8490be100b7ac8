using System.Net;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using RpcWss.Endpoint;

namespace RpcWss.AspNetCore.Tests.Authentication;

/// <summary>A user that becomes known over the connection counts from then on.</summary>
public sealed class InBandQuotaTests(Certificates certificates)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_connection_too_many_of_a_user_is_refused_and_the_first_goes_on()
    {
        var book = new TokenBook().Add("t1", "u").Add("t2", "u").Add("other", "v");
        await using TestHost host = await TestHost.StartAsync(
            certificates,
            rpc => (rpc.MaxConnectionsPerUser, rpc.InBandAuthentication) = (1, RpcInBandAuthentication.Required),
            services => book.AddTo(services));
        ConnectionQuota quota = host.Services.GetRequiredService<ConnectionQuota>();
        await using RpcClient first = await RpcClient.ConnectAsync(host.Rpc, certificates.Options().With("t1"), Cancel);

        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(() => RpcClient.ConnectAsync(host.Rpc, certificates.Options().With("t2"), Cancel));
        await using RpcClient other = await RpcClient.ConnectAsync(host.Rpc, certificates.Options().With("other"), Cancel);

        Assert.Equal(RpcConnectFailure.Unauthenticated, error.Reason);
        Assert.Contains("with ResourceExhausted: \"There are too many connections of this user. Try again later.\"", error.Message);
        Assert.Single(host.Peers.FindByUser("u"));
        Assert.Equal("MaxConnectionsPerUser", quota.TryEnter(User("u"), IPAddress.Loopback));

        await host.StopAsync();
        Assert.Null(quota.TryEnter(User("u"), IPAddress.Loopback));
        Assert.Null(quota.TryEnter(User("v"), IPAddress.Loopback));
    }

    private static ClaimsPrincipal User(string id) => new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id)], "test"));
}
