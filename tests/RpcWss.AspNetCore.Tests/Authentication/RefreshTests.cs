using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RpcWss.AspNetCore.Tests.Contracts;

namespace RpcWss.AspNetCore.Tests.Authentication;

/// <summary>A connection outlives its tokens as long as its client replaces them in time, by others of the same user.</summary>
public sealed class RefreshTests(Certificates certificates)
{
    private readonly FakeTimeProvider _time = new();
    private readonly WatchedTime _clientTime = new();
    private readonly TokenBook _book = new();
    private readonly LogSink _clientLog = new();
    private readonly ConcurrentQueue<RpcTokenReason> _asked = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RpcAccessTokenPlacement.Header)]
    [InlineData(RpcAccessTokenPlacement.InBand)]
    public async Task A_token_is_replaced_at_about_four_fifths_of_its_time_again_and_again(RpcAccessTokenPlacement placement)
    {
        await using TestHost host = await StartAsync(RpcInBandAuthentication.Optional);
        await using RpcClient client = await ConnectAsync(host, placement, reason => Token($"t{_asked.Count}", "u", $"role{_asked.Count}", minutes: 10));
        IProbe probe = client.GetProxy<IProbe>();
        Assert.Equal("u role1", await probe.AskAsync("", Cancel));

        for (int refresh = 2; refresh <= 4; refresh++)
        {
            TimeSpan wait = await AdvanceAsync();
            Assert.InRange(wait.TotalMinutes, 7.49, 8.51);
            await UntilAsync(probe, $"u role{refresh}");
        }

        Assert.Equal([RpcTokenReason.Connect, RpcTokenReason.Refresh, RpcTokenReason.Refresh, RpcTokenReason.Refresh], _asked);
        Assert.Single(host.Peers.FindByUser("u"));
        Assert.Empty(_clientLog.Unexpected);
    }

    [Fact]
    public async Task Another_users_token_is_refused_and_the_connection_lasts_as_long_as_it_would_have()
    {
        _clientLog.Expected.Add(1008);
        await using TestHost host = await StartAsync(RpcInBandAuthentication.Optional);
        await using RpcClient client = await ConnectAsync(
            host, RpcAccessTokenPlacement.Header, reason => Token($"s3cret{_asked.Count}", reason == RpcTokenReason.Connect ? "u" : "v", "user", minutes: 10));
        IProbe probe = client.GetProxy<IProbe>();

        TimeSpan first = await AdvanceAsync();
        TimeSpan second = await AdvanceAsync();
        await _clientTime.NextDelayAsync(Cancel);
        Assert.Equal("u user", await probe.AskAsync("", Cancel));
        _time.Advance(TimeSpan.FromMinutes(10) - first - second);
        await client.Completion.WaitAsync(Cancel);

        Assert.Equal((10 - first.TotalMinutes) / 2, second.TotalMinutes, 0.01);
        Assert.Equal([RpcTokenReason.Connect, RpcTokenReason.Refresh, RpcTokenReason.Refused], _asked);
        Assert.Empty(host.Peers.FindByUser("v"));
        Assert.Equal(RpcStatusCode.Unauthenticated, Assert.IsType<RpcException>(client.Connection.Error).StatusCode);
        Assert.Contains(_clientLog.Entries, entry => entry.Text.Contains("The token is not of the user that this connection is authenticated as.", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Entries.Concat(_clientLog.Entries), entry => entry.ToString().Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_provider_that_fails_is_asked_again_while_there_is_time()
    {
        _clientLog.Expected.Add(1008);
        await using TestHost host = await StartAsync(RpcInBandAuthentication.Optional);
        await using RpcClient client = await ConnectAsync(host, RpcAccessTokenPlacement.InBand, reason => _asked.Count switch
        {
            2 => throw new InvalidOperationException("The key of s3cret is gone."),
            3 => null,
            _ => Token($"t{_asked.Count}", "u", $"role{_asked.Count}", minutes: 10),
        });

        await AdvanceAsync();
        await AdvanceAsync();
        await AdvanceAsync();
        await UntilAsync(client.GetProxy<IProbe>(), "u role4");

        Assert.Equal([RpcTokenReason.Connect, RpcTokenReason.Refresh, RpcTokenReason.Refresh, RpcTokenReason.Refresh], _asked);
        Assert.Equal(2, _clientLog.Entries.Count(entry => entry.Id == 1008));
        Assert.DoesNotContain(_clientLog.Entries, entry => entry.ToString().Contains("s3cret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_token_that_is_not_replaced_takes_the_connection_along(bool byClaim)
    {
        DateTimeOffset expires = _time.GetUtcNow().AddMinutes(10);
        _book.Add("t", "u", "user", byClaim ? null : expires, byClaim ? expires.ToUnixTimeSeconds() : null);
        await using TestHost host = await StartAsync(RpcInBandAuthentication.Off);
        await using RpcClient client = await OpenAsync(host, certificates.Options().With("t", RpcAccessTokenPlacement.Header).On(_time));
        _time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        Assert.Equal("u user", await client.GetProxy<IProbe>().AskAsync("", Cancel));

        _time.Advance(TimeSpan.FromMilliseconds(1));

        await client.Completion.WaitAsync(Cancel);
        RpcException error = Assert.IsType<RpcException>(client.Connection.Error);
        Assert.Equal(RpcStatusCode.Unauthenticated, error.StatusCode);
    }

    [Fact]
    public async Task A_connection_ends_at_its_greatest_age()
    {
        await using TestHost host = await TestHost.StartAsync(
            certificates, rpc => (rpc.MaxConnectionAge, rpc.Limits) = (TimeSpan.FromHours(1), TokenClient.Quiet), services => services.AddSingleton<TimeProvider>(_time));
        await using RpcClient client = await OpenAsync(host, certificates.Options().On(_time));
        var told = new TaskCompletionSource();
        await using CancellationTokenRegistration registration = client.Connection.Core.DrainingToken.Register(told.SetResult);
        _time.Advance(TimeSpan.FromMinutes(53.9));
        Assert.False(told.Task.IsCompleted);

        _time.Advance(TimeSpan.FromMinutes(12.2));
        await told.Task.WaitAsync(Cancel);
        _time.Advance(TimeSpan.FromSeconds(1));

        await client.Completion.WaitAsync(Cancel);
        Assert.Null(client.Connection.Error);
    }

    [Fact]
    public async Task An_age_of_nothing_fails_the_start()
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => TestHost.StartAsync(certificates, rpc => rpc.MaxConnectionAge = TimeSpan.Zero));

        Assert.StartsWith("RpcWssBuilder.MaxConnectionAge is 00:00:00; it must be more than zero, or null for no limit.", error.Message);
    }

    private Task<TestHost> StartAsync(RpcInBandAuthentication mode) => TestHost.StartAsync(
        certificates,
        rpc =>
        {
            rpc.AddService<IProbe, WhoAmI>().InBandAuthentication = mode;
            rpc.Limits = TokenClient.Quiet;
        },
        services =>
        {
            services.AddSingleton<TimeProvider>(_time);
            _book.AddTo(services);
        });

    private Task<RpcClient> ConnectAsync(TestHost host, RpcAccessTokenPlacement placement, Func<RpcTokenReason, string?> token) => OpenAsync(
        host,
        certificates.Options().On(_clientTime).LoggingTo(_clientLog).With(
            (request, _) =>
            {
                _asked.Enqueue(request.Reason);
                return new(token(request.Reason) is { } text ? new RpcAccessToken(text) : null);
            },
            placement));

    private static async Task<RpcClient> OpenAsync(TestHost host, RpcClientOptions options)
    {
        RpcClient client = await RpcClient.ConnectAsync(host.Rpc, options, Cancel);
        // The client does not wait for the host to have its HELLO, and the clock turns past what the host waits for that.
        await Assert.Single(host.Connections).Opened.WaitAsync(Cancel);
        return client;
    }

    private string Token(string token, string user, string role, double minutes)
    {
        _book.Add(token, user, role, _time.GetUtcNow().AddMinutes(minutes));
        return token;
    }

    // Turns both clocks to where the client wakes up. On the pool it may take its time to do so.
    private async Task<TimeSpan> AdvanceAsync()
    {
        TimeSpan wait = await _clientTime.NextDelayAsync(Cancel);
        _time.Advance(wait);
        _clientTime.Advance(wait);
        return wait;
    }

    private static async Task UntilAsync(IProbe probe, string answer)
    {
        while (await probe.AskAsync("", Cancel) != answer)
        {
        }
    }
}
