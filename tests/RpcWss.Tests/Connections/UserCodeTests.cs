namespace RpcWss.Tests.Connections;

/// <summary>What handlers and continuations do must not harm their neighbours.</summary>
public sealed class UserCodeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_handler_that_blocks_its_thread_holds_up_no_other_call()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        using var gate = new ManualResetEventSlim();
        pair.ServerProbe.OnRun = (input, _, _) =>
        {
            gate.Wait(Token);
            return new(input);
        };

        Task<string>[] blocked = [.. Enumerable.Range(0, 5).Select(call => pair.Proxy.RunAsync($"{call}", Token).AsTask())];
        for (int call = 0; call < 100; call++)
        {
            Assert.Equal(call + 1, await pair.Proxy.AddAsync(call, 1, Token));
        }

        Assert.DoesNotContain(blocked, call => call.IsCompleted);
        gate.Set();
        Assert.Equal(["0", "1", "2", "3", "4"], await Task.WhenAll(blocked));
    }

    [Fact]
    public async Task A_continuation_that_blocks_its_thread_holds_up_no_other_call()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        using var gate = new ManualResetEventSlim();
        var blocked = new TaskCompletionSource();
        async Task BlockAsync()
        {
            await pair.Proxy.AddAsync(1, 1, Token).ConfigureAwait(false);
            blocked.SetResult();
            gate.Wait(Token);
        }

        Task blocking = Task.Run(BlockAsync, Token);
        await blocked.Task.WaitAsync(Token);
        for (int call = 0; call < 100; call++)
        {
            Assert.Equal(call + 1, await pair.Proxy.AddAsync(call, 1, Token));
        }

        gate.Set();
        await blocking;
    }

    [Fact]
    public async Task A_reply_does_not_wait_for_a_handler_that_blocks_behind_it_in_the_same_batch()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        using var gate = new ManualResetEventSlim();
        pair.ServerProbe.OnRun = (input, _, _) =>
        {
            gate.Wait(Token);
            return new(input);
        };

        // Both leave as one message, so one drainer runs the sum and then the handler that blocks.
        ValueTask<int> sum;
        ValueTask<string> blocked;
        lock (pair.Client.Core.Gate)
        {
            sum = pair.Proxy.AddAsync(2, 3, Token);
            blocked = pair.Proxy.RunAsync("last", Token);
        }

        Assert.Equal(5, await sum);
        gate.Set();
        Assert.Equal("last", await blocked);
    }

    [Fact]
    public async Task A_call_that_the_thread_which_began_it_blocks_on_leaves_all_the_same()
    {
        WatchedTransport? watched = null;
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(aroundServer: transport => watched = new WatchedTransport(transport));
        using var gate = new ManualResetEventSlim();
        bool? isHeldBack = null;
        pair.ServerProbe.OnRun = (_, context, _) =>
        {
            gate.Wait(Token);
            isHeldBack = pair.Server.Core.Writer.IsCorkedHere;
            return new($"{context.Peer.GetProxy<IProbe>().AddAsync(2, 3, Token).AsTask().GetAwaiter().GetResult()}");
        };
        await watched!.NextReceiveAsync();      // of HELLO
        await watched.NextReceiveAsync();

        Task<string> call = pair.Proxy.With(new RpcCallOptions { Deadline = TimeSpan.FromSeconds(20) }).RunAsync("x", Token).AsTask();
        // The receive loop is done with this call: it would take over what the handler begins. Only the watch is left to do so.
        await watched.NextReceiveAsync();
        gate.Set();

        Assert.Equal("5", await call);
        Assert.True(isHeldBack);
    }

    [Fact]
    public async Task Async_locals_that_a_handler_sets_are_not_seen_by_the_next_call()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(flowsCallState: false);
        var local = new AsyncLocal<string?>();
        pair.ServerProbe.OnRun = (input, _, _) =>
        {
            string seen = local.Value ?? "nothing";
            local.Value = input;
            return new(seen);
        };

        for (int call = 0; call < 20; call++)
        {
            Assert.Equal("nothing", await pair.Proxy.RunAsync($"{call}", Token));
        }
    }

    [Fact]
    public async Task Async_locals_of_whoever_opened_the_connection_are_not_seen_by_handlers()
    {
        var local = new AsyncLocal<string?> { Value = "the opener's" };
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(flowsCallState: false);
        pair.ServerProbe.OnRun = (_, _, _) => new(local.Value ?? "nothing");

        for (int call = 0; call < 20; call++)
        {
            Assert.Equal("nothing", await pair.Proxy.RunAsync($"{call}", Token));
        }
    }

    [Fact]
    public async Task A_task_read_before_its_time_throws_and_leaves_the_call_alone()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        var gate = new TaskCompletionSource<string>();
        pair.ServerProbe.OnRun = (_, _, _) => new(gate.Task);
        ValueTask<string> call = pair.Proxy.RunAsync("x", Token);

        Assert.Throws<InvalidOperationException>(() => call.GetAwaiter().GetResult());
        gate.SetResult("late");

        Assert.Equal("late", await call);
    }

    [Fact]
    public async Task An_argument_that_cannot_be_written_fails_its_call_alone()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();

        RpcException failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Proxy.WeighAsync(new Cargo { Throws = true }, Token));

        Assert.Equal(RpcStatusCode.InvalidArgument, failure.StatusCode);
        Assert.Equal(RpcExecution.NotExecuted, failure.Execution);
        Assert.Contains("the scales are broken", failure.Message);
        Assert.Equal(7, await pair.Proxy.WeighAsync(new Cargo { Weight = 7 }, Token));
        Assert.Equal(3, await pair.Proxy.AddAsync(1, 2, Token));
    }
}
