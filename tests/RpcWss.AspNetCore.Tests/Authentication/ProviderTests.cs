using Microsoft.Extensions.Time.Testing;

namespace RpcWss.AspNetCore.Tests.Authentication;

/// <summary>However a provider of tokens fails, connecting fails with what to do about it, and without the token.</summary>
public sealed class ProviderTests(Certificates certificates)
{
    private static readonly Uri _nowhere = new("wss://localhost:1/rpc");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_throws()
    {
        RpcConnectException error = await FailAsync((_, _) => throw new InvalidOperationException("s3cret"));

        Assert.Equal(
            "wss://localhost:1/rpc was not authenticated to: RpcClientOptions.AccessTokenProvider failed with InvalidOperationException; the inner exception says why. Catch there what it can do something about, or return null to connect without a token.",
            error.Message);
        Assert.IsType<InvalidOperationException>(error.InnerException);
    }

    [Fact]
    public async Task One_that_hangs_even_on_its_callers_thread()
    {
        var time = new FakeTimeProvider();
        using var asked = new SemaphoreSlim(0);
        using var release = new ManualResetEventSlim();
        Task<RpcConnectException> connecting = FailAsync(
            (_, _) =>
            {
                asked.Release();
                release.Wait(CancellationToken.None);
                return default;
            },
            time);
        await asked.WaitAsync(Cancel);

        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Contains("RpcClientOptions.AccessTokenProvider returned no token within 10 s (RpcLimits.HandshakeTimeout).", (await connecting).Message);
        release.Set();
    }

    [Fact]
    public async Task One_whose_token_is_too_long_to_be_sent_over_a_connection()
    {
        RpcConnectException error = await FailAsync((_, _) => new(new RpcAccessToken(new string('x', 15_361))));

        Assert.Contains("returned a token of 15,361 characters; 15,360 can be sent over a connection.", error.Message);
    }

    [Fact]
    public async Task Giving_up_is_no_failure_of_the_providers()
    {
        using var giveUp = new CancellationTokenSource();
        var asked = new TaskCompletionSource();
        RpcClientOptions options = certificates.Options().With(async (request, cancellationToken) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return null;
        });
        Task<RpcClient> connecting = RpcClient.ConnectAsync(_nowhere, options, giveUp.Token);
        await asked.Task.WaitAsync(Cancel);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
    }

    [Fact]
    public async Task It_is_told_for_whom_and_why()
    {
        RpcTokenRequest? asked = null;

        await Assert.ThrowsAsync<RpcConnectException>(() => RpcClient.ConnectAsync(
            _nowhere,
            certificates.Options().With((request, _) =>
            {
                asked = request;
                return default;
            }),
            Cancel));

        Assert.Equal((_nowhere, RpcTokenReason.Connect), (asked!.Uri, asked.Reason));
    }

    [Fact]
    public async Task A_header_beside_it_is_one_too_many()
    {
        RpcClientOptions options = certificates.Options().With("s3cret", RpcAccessTokenPlacement.Header);
        options.Headers["authorization"] = "Bearer s3cret";

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => RpcClient.ConnectAsync(_nowhere, options, Cancel));

        Assert.StartsWith("RpcClientOptions.Headers has Authorization, which RpcClientOptions.AccessTokenProvider sets too. Use one of them.", error.Message);
    }

    [Theory]
    [InlineData("", "Bearer")]
    [InlineData("s3\r\ncret", "Bearer")]
    [InlineData("s3cré", "Bearer")]
    [InlineData("s3cret", "")]
    [InlineData("s3cret", "Be arer")]
    public void A_token_holds_what_a_header_may_hold(string token, string scheme)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new RpcAccessToken(token, scheme));

        Assert.DoesNotContain("cret", error.Message);
    }

    [Fact]
    public void The_text_of_a_token_does_not_tell_it() => Assert.Equal("Bearer token", new RpcAccessToken("s3cret").ToString());

    private Task<RpcConnectException> FailAsync(Func<RpcTokenRequest, CancellationToken, ValueTask<RpcAccessToken?>> provider, TimeProvider? time = null)
    {
        RpcClientOptions options = certificates.Options().With(provider);
        options.TimeProvider = time ?? TimeProvider.System;
        return AssertFailsAsync(options);
    }

    private static async Task<RpcConnectException> AssertFailsAsync(RpcClientOptions options)
    {
        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(() => RpcClient.ConnectAsync(_nowhere, options, Cancel));
        Assert.Equal(RpcConnectFailure.Unauthenticated, error.Reason);
        Assert.DoesNotContain("s3cret", error.Message);
        return error;
    }
}
