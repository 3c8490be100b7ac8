using Microsoft.Extensions.Time.Testing;
using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Services;

namespace RpcWss.Tests.Connections.Authentication;

/// <summary>Where AUTH is required a stranger gets nothing, costs little, and not for long.</summary>
public sealed class RequiredTests
{
    private const string Add = "RpcWss.Tests.Connections.IProbe/AddAsync";
    private readonly ScriptedAuthority _authority = new();
    private readonly LogSink _log = new();
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, byte[]> Early => new()
    {
        { "Call", RawEnd.Call(1, Add) },
        { "Status", [0x94, 2, 2, 0, 0] },
        { "Cancel", [0x93, 3, 1, 1] },
        { "Chunk", [0x94, 4, 1, 0, 0xC4, 1, 0] },
        { "Headers", [0x93, 5, 2, 0x90] },
        { "Item", [0x94, 6, 1, 1, 0xC4, 0] },
        { "End", [0x93, 7, 1, 1] },
        { "Credit", [0x94, 8, 0, 0, 1] },
        { "Ack", [0x92, 13, 1] },
    };

    [Theory]
    [MemberData(nameof(Early))]
    public async Task Before_AUTH_has_succeeded_every_other_frame_ends_the_connection(string kind, byte[] frame)
    {
        await using RawEnd client = await RawEnd.OpenAsync(Setup());

        await client.SendAsync(frame);

        (GoAwayCode code, string reason, int close) = await client.EndAsync();
        Assert.Equal((GoAwayCode.ProtocolError, 1002), (code, close));
        Assert.Equal($"The peer violated the protocol: A {kind} frame came before AUTH had succeeded, which this endpoint requires.", reason);
    }

    [Fact]
    public async Task A_call_in_the_same_message_as_the_token_is_early_too()
    {
        await using RawEnd client = await RawEnd.OpenAsync(Setup());

        await client.SendAsync(RawEnd.Token("good-a"), RawEnd.Call(1, Add));

        Assert.Equal(GoAwayCode.ProtocolError, (await client.EndAsync()).GoAway);
        Assert.Empty(_authority.Admitted);
    }

    [Fact]
    public async Task Pings_are_answered_and_a_token_opens_the_connection()
    {
        await using RawEnd client = await RawEnd.OpenAsync(Setup());
        await client.SendAsync([0x92, 9, 7], [0x92, 10, 7]);
        Assert.Equal(FrameKind.Pong, (await client.NextAsync()).Kind);
        Assert.False(client.Peer.Opened.IsCompleted);

        await client.SendAsync(RawEnd.Token("good-a"));
        (RpcStatusCode code, string message, ulong? expires) = await client.NextAnswerAsync();
        await client.SendAsync(RawEnd.Call(1, Add));
        RawFrame result = await client.NextAsync();

        Assert.Equal((RpcStatusCode.OK, "", null), (code, message, expires));
        Assert.True(client.Peer.Opened.IsCompletedSuccessfully);
        Assert.Equal(FrameKind.Status, result.Kind);
        Assert.Equal("a", client.Peer.Peer.User.Identity!.Name);
        Assert.Equal(["Bearer good-a"], _authority.Judged);
        Assert.Equal(["a"], _authority.Admitted);
    }

    [Fact]
    public async Task A_message_beyond_16_KiB_is_refused_before_it_is_whole()
    {
        await using RawEnd client = await RawEnd.OpenAsync(Setup());

        await client.SendAsync(RawEnd.Token(new string('x', FrameGate.MaxBytesBeforeAuth)));

        (GoAwayCode code, string reason, int close) = await client.EndAsync();
        Assert.Equal((GoAwayCode.LimitExceeded, 1009), (code, close));
        Assert.Contains("More than 16384 bytes came before AUTH had succeeded", reason);
        Assert.Empty(_authority.Judged);
    }

    [Fact]
    public async Task Small_frames_count_together()
    {
        await using RawEnd client = await RawEnd.OpenAsync(Setup());
        byte[] pongs = [.. Enumerable.Repeat<byte[]>([0x92, 10, 7], 2000).SelectMany(frame => frame)];

        await client.SendAsync(pongs);
        await client.SendAsync(pongs);
        await client.SendAsync(pongs);

        Assert.Equal(GoAwayCode.LimitExceeded, (await client.EndAsync()).GoAway);
    }

    [Fact]
    public async Task The_bound_is_gone_once_the_peer_is_known()
    {
        await using RawEnd client = await RawEnd.OpenAsync(Setup());
        await client.SendAsync(RawEnd.Token("good-a"));
        await client.NextAnswerAsync();

        await client.SendAsync([.. Enumerable.Repeat<byte[]>([0x92, 10, 7], 10_000)]);
        await client.SendAsync(RawEnd.Call(1, Add));

        Assert.Equal(FrameKind.Status, (await client.NextAsync()).Kind);
    }

    [Fact]
    public async Task A_peer_that_does_not_authenticate_in_time_is_let_go()
    {
        await using RawEnd client = await RawEnd.OpenAsync(Setup());
        await client.SendAsync([0x92, 9, 7]);
        await client.NextAsync();

        _time.Advance(TimeSpan.FromSeconds(10));

        (GoAwayCode code, string reason, int close) = await client.EndAsync();
        Assert.Equal((GoAwayCode.HandshakeTimeout, 1008), (code, close));
        Assert.Equal("The peer did not authenticate within 10 s (RpcLimits.HandshakeTimeout).", reason);
    }

    [Fact]
    public async Task A_refused_token_is_answered_and_the_connection_ends()
    {
        await using RawEnd client = await RawEnd.OpenAsync(Setup());

        await client.SendAsync(RawEnd.Token("secret"));

        Assert.Equal((RpcStatusCode.Unauthenticated, "No such token.", null), await client.NextAnswerAsync());
        (GoAwayCode code, string reason, int close) = await client.EndAsync();
        Assert.Equal((GoAwayCode.AuthenticationExpired, 1008), (code, close));
        Assert.Equal("The peer's token was refused.", reason);
        Assert.Equal(RpcStatusCode.Unauthenticated, Assert.IsType<RpcException>(client.Peer.Error).StatusCode);
        Assert.Equal(RpcStatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => client.Peer.Opened)).StatusCode);
        Assert.DoesNotContain("secret", (await _log.NextAsync(Cancel)).Text);
        Assert.DoesNotContain("secret", (await _log.NextAsync(Cancel)).Text);
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("Bearer", "")]
    [InlineData("Be arer", "x")]
    [InlineData("Bearer", "x\r\nHost: y")]
    [InlineData("Bearer", "ü")]
    [InlineData("Bearerrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr", "x")]
    public async Task What_no_header_may_hold_is_refused_without_being_looked_at(string scheme, string token)
    {
        await using RawEnd client = await RawEnd.OpenAsync(Setup());

        await client.SendAsync([0x93, 12, .. Text(scheme), .. Text(token)]);

        Assert.Equal(RpcStatusCode.InvalidArgument, (await client.NextAnswerAsync()).Code);
        Assert.Equal(GoAwayCode.AuthenticationExpired, (await client.EndAsync()).GoAway);
        Assert.Empty(_authority.Judged);
    }

    [Fact]
    public async Task A_client_that_gives_up_may_say_so()
    {
        await using RawEnd client = await RawEnd.OpenAsync(Setup());

        await client.SendAsync([0x95, 11, 0, 0, 0xA0, 0]);
        await client.SendAsync([0x92, 9, 7]);

        Assert.Equal(FrameKind.Pong, (await client.NextAsync()).Kind);
    }

    private static byte[] Text(string text)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return [0xD9, (byte)bytes.Length, .. bytes];
    }

    private ConnectionSetup Setup()
    {
        var services = new ServiceTable();
        services.Add(new InstanceBinding<IProbe>(new Probe(), flowsCallState: true));
        return new ConnectionSetup { Role = PeerRole.Server, Services = services, Tokens = _authority, RequiresToken = true, TimeProvider = _time, Logger = _log };
    }
}
