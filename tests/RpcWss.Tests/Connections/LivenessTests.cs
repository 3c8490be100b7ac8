using Microsoft.Extensions.Time.Testing;
using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Tests.Connections;

/// <summary>Connections whose peer is silent, deaf or never really there, on a clock that the tests move.</summary>
public sealed class LivenessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_silent_peer_is_asked_and_an_answer_keeps_the_connection()
    {
        var time = new FakeTimeProvider();
        int pings = 0;
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(
            client => client with { TimeProvider = time },
            server => server with { TimeProvider = time, Limits = new RpcLimits { PingInterval = Timeout.InfiniteTimeSpan } },
            new InMemoryTransportOptions { OnSend = message => Count(message, () => Interlocked.Increment(ref pings)) });

        for (int minute = 1; minute <= 3; minute++)
        {
            time.Advance(TimeSpan.FromSeconds(20));
            Assert.Equal(3, await pair.Proxy.AddAsync(1, 2, Token));
        }

        Assert.Null(pair.Client.Error);
        Assert.True(pings >= 1);
    }

    [Fact]
    public async Task A_peer_that_does_not_answer_a_ping_is_lost_and_its_calls_end()
    {
        var time = new FakeTimeProvider();
        bool cut = false;
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(
            client => client with { TimeProvider = time },
            fromServer: new InMemoryTransportOptions { OnSend = message => new(cut ? null : message) });
        pair.ServerProbe.OnRun = (_, _, cancellation) => new(new TaskCompletionSource<string>().Task.WaitAsync(cancellation));
        Task<string> call = pair.Proxy.RunAsync("x", Token).AsTask();
        Assert.Equal(3, await pair.Proxy.AddAsync(1, 2, Token));

        cut = true;
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(15));

        RpcException failure = await Assert.ThrowsAsync<RpcException>(() => call);
        Assert.Equal(RpcStatusCode.Unavailable, failure.StatusCode);
        Assert.Equal(RpcExecution.Unknown, failure.Execution);
        Assert.Contains("RpcLimits.PingTimeout", failure.Message);
        await AdvanceUntilAsync(time, pair.Client.Completion);
        Assert.NotNull(pair.Client.Error);
    }

    [Fact]
    public async Task A_peer_that_never_says_hello_is_given_up()
    {
        var time = new FakeTimeProvider();
        (InMemoryTransport end, InMemoryTransport mute) = InMemoryTransport.CreatePair();
        RpcConnection connection = RpcConnection.Start(end, new ConnectionSetup { Role = PeerRole.Client, TimeProvider = time });
        ValueTask<int> early = connection.GetProxy<IProbe>().AddAsync(1, 2, Token);

        time.Advance(TimeSpan.FromSeconds(10));
        await AdvanceUntilAsync(time, connection.Completion);

        RpcException failure = await Assert.ThrowsAsync<RpcException>(() => connection.Opened);
        Assert.Contains("RpcLimits.HandshakeTimeout", failure.Message);
        Assert.Equal(RpcStatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(async () => await early)).StatusCode);
        await mute.DisposeAsync();
    }

    [Fact]
    public async Task A_peer_that_does_not_read_is_aborted()
    {
        var time = new FakeTimeProvider();
        var stuck = new TaskCompletionSource<byte[]?>();
        var sending = new TaskCompletionSource();
        bool deaf = false;
        ValueTask<byte[]?> SendAsync(byte[] message)
        {
            if (!deaf)
            {
                return new(message);
            }

            sending.TrySetResult();
            return new(stuck.Task);
        }

        await using ConnectionPair pair = await ConnectionPair.OpenAsync(
            client => client with { TimeProvider = time }, fromClient: new InMemoryTransportOptions { OnSend = SendAsync });
        Assert.Equal(3, await pair.Proxy.AddAsync(1, 2, Token));

        deaf = true;
        Task<int> call = pair.Proxy.AddAsync(1, 2, Token).AsTask();
        await sending.Task.WaitAsync(Token);
        await AdvanceUntilAsync(time, call.ContinueWith(_ => { }, Token, TaskContinuationOptions.None, TaskScheduler.Default));

        RpcException failure = await Assert.ThrowsAsync<RpcException>(() => call);
        Assert.Equal(RpcStatusCode.Unavailable, failure.StatusCode);
        stuck.SetResult(null);
    }

    // The engine's own steps run on the pool between two ticks, so the clock moves until they are done.
    private static async Task AdvanceUntilAsync(FakeTimeProvider time, Task task)
    {
        while (!task.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }
    }

    private static ValueTask<byte[]?> Count(byte[] message, Action ping)
    {
        if (message is [0x92, 9, ..])
        {
            ping();
        }

        return new(message);
    }
}
