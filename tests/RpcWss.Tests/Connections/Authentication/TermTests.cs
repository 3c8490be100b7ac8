using Microsoft.Extensions.Time.Testing;
using RpcWss.Connections;
using RpcWss.Connections.Authentication;
using RpcWss.Protocol;
using RpcWss.Services;

namespace RpcWss.Tests.Connections.Authentication;

/// <summary>A connection ends when its peer's authentication does, or at its greatest age; what runs by then is not cut off.</summary>
public sealed class TermTests
{
    // Pings and deadlines would come due as the clock turns.
    private static readonly RpcLimits _quiet = new() { PingInterval = Timeout.InfiniteTimeSpan, DefaultDeadline = Timeout.InfiniteTimeSpan };

    private readonly ScriptedAuthority _authority = new();
    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource<string> _release = new();
    private readonly TaskCompletionSource _started = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_without_calls_ends_as_soon_as_its_authentication_has_expired()
    {
        await using ConnectionPair pair = await OpenAsync(server => server with { UserExpiresAt = _time.GetUtcNow().AddMinutes(5) });
        _time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(3, await pair.Proxy.AddAsync(1, 2, Cancel));

        _time.Advance(TimeSpan.FromMilliseconds(1));

        await pair.Client.Completion.WaitAsync(Cancel);
        RpcException error = Assert.IsType<RpcException>(pair.Client.Error);
        Assert.Equal(RpcStatusCode.Unauthenticated, error.StatusCode);
        Assert.Contains("What the peer was authenticated by has expired", error.Message);
        await pair.Server.Completion.WaitAsync(Cancel);
        Assert.Equal(RpcStatusCode.Unauthenticated, Assert.IsType<RpcException>(pair.Server.Error).StatusCode);
    }

    [Fact]
    public async Task Calls_that_run_may_end_and_no_further_ones_begin()
    {
        await using ConnectionPair pair = await OpenAsync(server => server with { UserExpiresAt = _time.GetUtcNow().AddMinutes(5) });
        var draining = new TaskCompletionSource();
        Task<string> running = await RunAsync(pair, draining);

        _time.Advance(TimeSpan.FromMinutes(5));
        await draining.Task.WaitAsync(Cancel);
        await AwaitDrainAsync(pair.Client);
        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () => await pair.Proxy.AddAsync(1, 2, Cancel));
        Assert.False(pair.Client.Completion.IsCompleted);
        _release.SetResult("done");

        Assert.Equal("done", await running);
        Assert.Equal((RpcStatusCode.Unavailable, RpcExecution.NotExecuted), (refused.StatusCode, refused.Execution));
        await pair.Client.Completion.WaitAsync(Cancel);
        Assert.Equal(RpcStatusCode.Unauthenticated, Assert.IsType<RpcException>(pair.Client.Error).StatusCode);
    }

    [Fact]
    public async Task Calls_that_do_not_end_in_time_are_cut_off()
    {
        await using ConnectionPair pair = await OpenAsync(server => server with { UserExpiresAt = _time.GetUtcNow().AddMinutes(5) });
        var draining = new TaskCompletionSource();
        Task<string> running = await RunAsync(pair, draining);
        _time.Advance(TimeSpan.FromMinutes(5));
        await draining.Task.WaitAsync(Cancel);

        _time.Advance(TimeSpan.FromSeconds(30));

        RpcException error = await Assert.ThrowsAsync<RpcException>(() => running.WaitAsync(Cancel));
        Assert.Equal((RpcStatusCode.Unavailable, RpcExecution.Unknown), (error.StatusCode, error.Execution));
        await pair.Client.Completion.WaitAsync(Cancel);
        _release.SetResult("late");
    }

    [Fact]
    public async Task A_newer_token_lets_the_connection_live_on_as_the_new_user_and_calls_keep_theirs()
    {
        _authority.ExpiresAt = _time.GetUtcNow().AddMinutes(9);
        await using ConnectionPair pair = await OpenAsync(server => server with { User = ScriptedAuthority.User("old"), UserExpiresAt = _time.GetUtcNow().AddMinutes(5) });
        RpcCallContext? context = null;
        pair.ServerProbe.OnRun = async (_, call, _) =>
        {
            context = call;
            _started.SetResult();
            await _release.Task;
            return call.User.Identity!.Name!;
        };
        Task<string> running = pair.Proxy.RunAsync("x", Cancel).AsTask();
        await _started.Task.WaitAsync(Cancel);

        TokenAnswer answer = await pair.Client.Tokens.PresentAsync("Bearer", "good-new").WaitAsync(Cancel);
        pair.ServerProbe.OnRun = (_, call, _) => new(call.User.Identity!.Name!);
        string next = await pair.Proxy.RunAsync("x", Cancel);
        _time.Advance(TimeSpan.FromMinutes(8));
        _release.SetResult("");

        Assert.Equal(new TokenAnswer(RpcStatusCode.OK, "", TimeSpan.FromMinutes(9)), answer);
        Assert.Equal("new", next);
        Assert.Equal("old", await running);
        Assert.Equal("new", context!.Peer.User.Identity!.Name);
        Assert.Equal(3, await pair.Proxy.AddAsync(1, 2, Cancel));
    }

    [Fact]
    public async Task A_refused_token_leaves_user_and_expiry_as_they_were()
    {
        await using ConnectionPair pair = await OpenAsync(server => server with { User = ScriptedAuthority.User("old"), UserExpiresAt = _time.GetUtcNow().AddMinutes(5) });

        TokenAnswer answer = await pair.Client.Tokens.PresentAsync("Bearer", "bad").WaitAsync(Cancel);

        Assert.Equal(RpcStatusCode.Unauthenticated, answer.Code);
        Assert.Equal(3, await pair.Proxy.AddAsync(1, 2, Cancel));
        Assert.Equal("old", pair.Server.Peer.User.Identity!.Name);
        _time.Advance(TimeSpan.FromMinutes(5));
        await pair.Client.Completion.WaitAsync(Cancel);
    }

    [Fact]
    public async Task A_token_that_has_expired_already_is_refused()
    {
        _authority.ExpiresAt = _time.GetUtcNow();
        await using ConnectionPair pair = await OpenAsync(server => server with { User = ScriptedAuthority.User("old") });

        TokenAnswer answer = await pair.Client.Tokens.PresentAsync("Bearer", "good-old").WaitAsync(Cancel);

        Assert.Equal(new TokenAnswer(RpcStatusCode.Unauthenticated, "The token has expired.", null), answer);
    }

    [Fact]
    public async Task A_connection_ends_within_a_tenth_of_its_greatest_age_and_serves_what_crossed_that()
    {
        await using ConnectionPair pair = await OpenAsync(server => server with { MaxAge = TimeSpan.FromMinutes(100) });
        CancellationToken draining = pair.Server.Core.DrainingToken;
        var drained = new TaskCompletionSource();
        draining.Register(drained.SetResult);
        _time.Advance(TimeSpan.FromMinutes(89.9));
        Assert.Equal(3, await pair.Proxy.AddAsync(1, 2, Cancel));

        _time.Advance(TimeSpan.FromMinutes(20.2));
        await drained.Task.WaitAsync(Cancel);
        Assert.False(pair.Server.Completion.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        await pair.Client.Completion.WaitAsync(Cancel);
        Assert.Null(pair.Client.Error);
        await pair.Server.Completion.WaitAsync(Cancel);
        Assert.Null(pair.Server.Error);
    }

    [Fact]
    public async Task Frames_of_calls_that_crossed_the_last_GOAWAY_are_dropped()
    {
        var services = new ServiceTable();
        var probe = new Probe { OnRun = async (_, _, _) => await _release.Task };
        services.Add(new InstanceBinding<IProbe>(probe, flowsCallState: true));
        await using RawEnd client = await RawEnd.OpenAsync(new ConnectionSetup
        {
            Role = PeerRole.Server, Services = services, TimeProvider = _time, Limits = _quiet, UserExpiresAt = _time.GetUtcNow().AddMinutes(5),
        });
        // One text for an argument, so that it runs until it is let go.
        await client.SendAsync([.. RawEnd.Call(1, "RpcWss.Tests.Connections.IProbe/RunAsync")[..^5], 0xC4, 3, 0x91, 0xA1, 0x78], [0x92, 9, 1]);
        Assert.Equal(FrameKind.Pong, (await client.NextAsync()).Kind);
        _time.Advance(TimeSpan.FromMinutes(5));
        RawFrame goAway = await client.NextAsync();
        (ulong lastId, GoAwayCode code) = Read(goAway);

        await client.SendAsync([0x95, 1, 9, 0, 0, 0xC4, 2, 0x92, 1], [0x94, 4, 9, 0, 0xC4, 1, 0], [0x93, 3, 9, 1], [0x92, 9, 2]);
        Assert.Equal(FrameKind.Pong, (await client.NextAsync()).Kind);
        _release.SetResult("done");
        RawFrame next = await client.NextAsync();
        while (next.Kind is not (FrameKind.Status or FrameKind.GoAway))
        {
            next = await client.NextAsync();
        }

        Assert.Equal((1UL, GoAwayCode.Draining), (lastId, code));
        (GoAwayCode last, _, int close) = await EndOfAsync(client, next);
        Assert.Equal((GoAwayCode.AuthenticationExpired, 1008), (last, close));
    }

    private static (ulong LastId, GoAwayCode Code) Read(RawFrame frame)
    {
        Assert.Equal(FrameKind.GoAway, frame.Kind);
        GoAwayFrame goAway = GoAwayFrame.Read(frame.Body, frame.Count);
        return (goAway.LastId, goAway.Code);
    }

    private static async Task<(GoAwayCode, string, int)> EndOfAsync(RawEnd client, RawFrame next)
    {
        client.PutBack(next);
        return await client.EndAsync();
    }

    private async Task<Task<string>> RunAsync(ConnectionPair pair, TaskCompletionSource draining)
    {
        pair.ServerProbe.OnRun = async (_, call, _) =>
        {
            call.DrainingToken.Register(draining.SetResult);
            _started.SetResult();
            return await _release.Task;
        };
        Task<string> running = pair.Proxy.RunAsync("x", Cancel).AsTask();
        await _started.Task.WaitAsync(Cancel);
        return running;
    }

    private static async Task AwaitDrainAsync(RpcConnection connection)
    {
        var drained = new TaskCompletionSource();
        connection.Core.DrainingToken.Register(() => drained.TrySetResult());
        await drained.Task.WaitAsync(Cancel);
    }

    private Task<ConnectionPair> OpenAsync(Func<ConnectionSetup, ConnectionSetup> server) => ConnectionPair.OpenAsync(
        client => client with { TimeProvider = _time, Limits = _quiet },
        setup => server(setup with { TimeProvider = _time, Limits = _quiet, Tokens = _authority }));
}
