using System.Net;
using Microsoft.AspNetCore.Builder;
using RpcWss.AspNetCore.Tests.Contracts;

namespace RpcWss.AspNetCore.Tests.Authentication;

/// <summary>A token in the header is judged before there is a connection, also where tokens may come over it.</summary>
public sealed class HeaderTokenTests(Certificates certificates)
{
    private readonly TokenBook _book = new TokenBook().Add("token-u", "u").Add("token-a", "a", "admin");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RpcInBandAuthentication.Off)]
    [InlineData(RpcInBandAuthentication.Optional)]
    [InlineData(RpcInBandAuthentication.Required)]
    public async Task It_is_enough(RpcInBandAuthentication mode)
    {
        await using TestHost host = await StartAsync(mode);
        await using RpcClient client = await ConnectAsync(host, "token-a");

        Assert.Equal("a admin", await client.GetProxy<IProbe>().AskAsync("", Cancel));
        Assert.Single(host.Peers.FindByUser("a"));
    }

    [Theory]
    [InlineData(RpcInBandAuthentication.Off)]
    [InlineData(RpcInBandAuthentication.Optional)]
    [InlineData(RpcInBandAuthentication.Required)]
    public async Task A_bad_one_is_answered_401(RpcInBandAuthentication mode)
    {
        await using TestHost host = await StartAsync(mode);

        RpcConnectException error = await FailAsync(host, "s3cret");

        Assert.Equal((RpcConnectFailure.Unauthenticated, HttpStatusCode.Unauthorized), (error.Reason, error.HttpStatus));
        Assert.Contains("RpcClientOptions.AccessTokenProvider", error.Message);
        Assert.DoesNotContain("s3cret", error.ToString());
        Assert.Empty(host.Connections);
        Assert.DoesNotContain(host.Log.Entries, entry => entry.ToString().Contains("s3cret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(RpcInBandAuthentication.Off)]
    [InlineData(RpcInBandAuthentication.Optional)]
    [InlineData(RpcInBandAuthentication.Required)]
    public async Task One_that_does_not_permit_it_is_answered_403(RpcInBandAuthentication mode)
    {
        await using TestHost host = await StartAsync(mode);

        RpcConnectException error = await FailAsync(host, "token-u");

        Assert.Equal((RpcConnectFailure.HttpRefused, HttpStatusCode.Forbidden), (error.Reason, error.HttpStatus));
    }

    [Fact]
    public async Task One_that_was_lost_on_the_way_is_sent_in_band_where_that_is_required()
    {
        await using TestHost host = await StartAsync(RpcInBandAuthentication.Required, app =>
        {
            app.Use((context, next) =>
            {
                context.Request.Headers.Authorization = default;
                return next(context);
            });
            app.UseAuthentication();
            app.UseAuthorization();
        });
        await using RpcClient client = await ConnectAsync(host, "token-a");

        Assert.Equal("a admin", await client.GetProxy<IProbe>().AskAsync("", Cancel));
    }

    [Fact]
    public async Task No_credentials_are_answered_401_unless_they_may_come_later()
    {
        await using TestHost host = await StartAsync(RpcInBandAuthentication.Optional);

        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(() => RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel));

        Assert.Equal(RpcConnectFailure.Unauthenticated, error.Reason);
    }

    private Task<TestHost> StartAsync(RpcInBandAuthentication mode, Action<WebApplication>? before = null) => TestHost.StartAsync(
        certificates,
        rpc => rpc.AddService<IProbe, WhoAmI>().InBandAuthentication = mode,
        services => _book.AddTo(services),
        app =>
        {
            before?.Invoke(app);
            app.MapRpcWss("/rpc").RequireAuthorization("admins");
        });

    private Task<RpcClient> ConnectAsync(TestHost host, string token) =>
        RpcClient.ConnectAsync(host.Rpc, certificates.Options().With(token, RpcAccessTokenPlacement.Header), Cancel);

    private Task<RpcConnectException> FailAsync(TestHost host, string token) => Assert.ThrowsAsync<RpcConnectException>(() => ConnectAsync(host, token));
}
