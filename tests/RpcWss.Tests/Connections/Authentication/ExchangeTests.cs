using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using RpcWss.Connections;
using RpcWss.Connections.Authentication;
using RpcWss.Protocol;

namespace RpcWss.Tests.Connections.Authentication;

/// <summary>AUTH is a question and an answer, each from its own side, one at a time.</summary>
public sealed class ExchangeTests
{
    private readonly ScriptedAuthority _authority = new();
    private readonly LogSink _log = new();
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false, 0)]
    [InlineData(true, false, 2)]
    [InlineData(true, true, 6)]
    public async Task The_servers_HELLO_says_what_it_takes(bool takes, bool requires, int expected)
    {
        await using RawEnd client = RawEnd.Serving(Setup() with { Tokens = takes ? _authority : null, RequiresToken = requires, UserExpiresAt = _time.GetUtcNow().AddSeconds(90) });

        RawFrame frame = await client.NextAsync();
        HelloFeatures features = HelloFrame.Read(frame.Body, frame.Count).Features;
        ulong? expires = HelloFrame.Read(frame.Body, frame.Count).ExpiresMs;

        Assert.Equal(expected, (int)features);
        Assert.Equal(90_000UL, expires);
    }

    [Fact]
    public async Task A_second_token_before_the_answer_ends_the_connection()
    {
        _authority.OnJudge = (_, _) => new TaskCompletionSource<TokenVerdict>().Task;
        await using RawEnd client = await RawEnd.OpenAsync(Setup());

        await client.SendAsync(RawEnd.Token("good-a"), RawEnd.Token("good-a"));

        (GoAwayCode code, string reason, _) = await client.EndAsync();
        Assert.Equal(GoAwayCode.ProtocolError, code);
        Assert.Contains("An AUTH came before the answer to the one before", reason);
        Assert.Empty(_authority.Admitted);
    }

    [Fact]
    public async Task An_answer_from_the_client_ends_the_connection()
    {
        await using RawEnd client = await RawEnd.OpenAsync(Setup());

        await client.SendAsync(RawEnd.Answer(RpcStatusCode.OK));

        Assert.Contains("An AUTH answer came from the client", (await client.EndAsync()).Reason);
    }

    [Fact]
    public async Task A_token_from_the_server_ends_the_connection()
    {
        await using RawEnd server = RawEnd.Serving(new ConnectionSetup { Role = PeerRole.Client });

        await server.SendAsync(RawEnd.Hello(PeerRole.Server, HelloFeatures.Auth), RawEnd.Token("good-a"));

        Assert.Contains("An AUTH with a token came from the server", (await server.EndAsync()).Reason);
    }

    [Fact]
    public async Task An_answer_to_nothing_ends_the_connection()
    {
        await using RawEnd server = RawEnd.Serving(new ConnectionSetup { Role = PeerRole.Client });

        await server.SendAsync(RawEnd.Hello(PeerRole.Server, HelloFeatures.Auth), RawEnd.Answer(RpcStatusCode.OK));

        Assert.Contains("An AUTH answer came to nothing", (await server.EndAsync()).Reason);
    }

    [Fact]
    public async Task A_second_answer_ends_the_connection()
    {
        await using RawEnd server = RawEnd.Serving(new ConnectionSetup { Role = PeerRole.Client });
        Task<TokenAnswer> answer = server.Peer.Tokens.PresentAsync("Bearer", "good-a");

        await server.SendAsync(RawEnd.Hello(PeerRole.Server, HelloFeatures.Auth), RawEnd.Answer(RpcStatusCode.OK, 5000), RawEnd.Answer(RpcStatusCode.OK));

        Assert.Equal(new TokenAnswer(RpcStatusCode.OK, "", TimeSpan.FromSeconds(5)), await answer);
        Assert.Contains("An AUTH answer came to nothing", (await server.EndAsync()).Reason);
    }

    [Fact]
    public async Task An_answer_that_never_comes_fails_with_the_connection()
    {
        await using RawEnd server = RawEnd.Serving(new ConnectionSetup { Role = PeerRole.Client });
        Task<TokenAnswer> answer = server.Peer.Tokens.PresentAsync("Bearer", "good-a");

        await server.DisposeAsync();

        Assert.Equal(RpcStatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => answer)).StatusCode);
        Assert.Equal(RpcStatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => server.Peer.Tokens.PresentAsync("Bearer", "x"))).StatusCode);
    }

    [Fact]
    public async Task A_token_where_none_is_taken_is_answered_and_charged_and_changes_nothing()
    {
        await using RawEnd client = await RawEnd.OpenAsync(Setup() with { Tokens = null, Limits = new RpcLimits { AbnormalEndBurst = 2 } });

        await client.SendAsync(RawEnd.Token("secret"), RawEnd.Token("secret"));

        Assert.Equal(RpcStatusCode.FailedPrecondition, (await client.NextAnswerAsync()).Code);
        Assert.Equal(RpcStatusCode.FailedPrecondition, (await client.NextAnswerAsync()).Code);
        Assert.Null(client.Peer.Error);
        await client.SendAsync(RawEnd.Token("secret"));
        Assert.Equal(GoAwayCode.TooManyFaults, (await client.EndAsync()).GoAway);
    }

    [Fact]
    public async Task A_peer_that_tries_tokens_is_charged_for_each_that_is_refused()
    {
        await using RawEnd client = await RawEnd.OpenAsync(Setup() with { User = ScriptedAuthority.User("a"), Limits = new RpcLimits { AbnormalEndBurst = 2 } });
        for (int attempt = 0; attempt < 2; attempt++)
        {
            await client.SendAsync(RawEnd.Token("guess"));
            Assert.Equal(RpcStatusCode.Unauthenticated, (await client.NextAnswerAsync()).Code);
        }

        await client.SendAsync(RawEnd.Token("guess"));

        Assert.Equal(GoAwayCode.TooManyFaults, (await client.EndAsync()).GoAway);
    }

    [Fact]
    public async Task An_anonymous_peer_may_become_somebody_where_a_token_is_optional()
    {
        await using RawEnd client = await RawEnd.OpenAsync(Setup());
        await client.Peer.Opened;
        Assert.False(client.Peer.Peer.User.Identity!.IsAuthenticated);

        await client.SendAsync(RawEnd.Token("good-a"));

        Assert.Equal(RpcStatusCode.OK, (await client.NextAnswerAsync()).Code);
        Assert.Equal("a", client.Peer.Peer.User.Identity!.Name);
    }

    [Fact]
    public async Task A_check_that_takes_too_long_is_given_up()
    {
        var judging = new TaskCompletionSource();
        _authority.OnJudge = (_, _) =>
        {
            judging.SetResult();
            return new TaskCompletionSource<TokenVerdict>().Task;
        };
        await using RawEnd client = await RawEnd.OpenAsync(Setup() with { User = ScriptedAuthority.User("a") });
        await client.SendAsync(RawEnd.Token("good-a"));
        await judging.Task.WaitAsync(Cancel);

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal((RpcStatusCode.Unavailable, "The token could not be checked in time. Try again.", null), await client.NextAnswerAsync());
        Assert.Equal("a", client.Peer.Peer.User.Identity!.Name);
        Assert.Null(client.Peer.Error);
    }

    [Fact]
    public async Task A_check_that_throws_tells_neither_the_peer_nor_the_log_what_it_says()
    {
        _authority.OnJudge = (token, _) => throw new InvalidOperationException($"The key for {token} is missing.");
        await using RawEnd client = await RawEnd.OpenAsync(Setup() with { User = ScriptedAuthority.User("a") });

        await client.SendAsync(RawEnd.Token("secret"));

        Assert.Equal((RpcStatusCode.Internal, "The token could not be checked.", null), await client.NextAnswerAsync());
        (LogLevel level, string text) = await _log.NextAsync(Cancel);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains("could not be checked: InvalidOperationException", text);
        Assert.DoesNotContain("secret", text);
        Assert.DoesNotContain("secret", (await _log.NextAsync(Cancel)).Text);
    }

    [Fact]
    public async Task A_connection_that_ends_meanwhile_gets_no_user()
    {
        var verdict = new TaskCompletionSource<TokenVerdict>();
        _authority.OnJudge = (_, _) => verdict.Task;
        await using RawEnd client = await RawEnd.OpenAsync(Setup());
        await client.SendAsync(RawEnd.Token("good-a"), [0xC1]);

        await client.EndAsync();
        verdict.SetResult(TokenVerdict.Accepted(ScriptedAuthority.User("a"), null));

        Assert.Empty(_authority.Admitted);
        Assert.False(client.Peer.Peer.User.Identity!.IsAuthenticated);
    }

    private ConnectionSetup Setup() => new() { Role = PeerRole.Server, Tokens = _authority, TimeProvider = _time, Logger = _log };
}
