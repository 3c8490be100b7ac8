namespace RpcWss.Tests.Connections;

/// <summary>When calls wait on their own side, and that they get through.</summary>
public sealed class AdmissionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_above_the_peers_limit_wait_here_and_all_succeed()
    {
        int running = 0;
        int most = 0;
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(server: server => server with { Limits = new RpcLimits { MaxConcurrentCalls = 16 } });
        var gate = new TaskCompletionSource();
        var full = new TaskCompletionSource();
        pair.ServerProbe.OnRun = async (input, _, _) =>
        {
            int now = Interlocked.Increment(ref running);
            most = Math.Max(most, now);
            if (now == 16)
            {
                full.TrySetResult();
            }

            await gate.Task;
            Interlocked.Decrement(ref running);
            return input;
        };

        Task<string>[] calls = [.. Enumerable.Range(0, 200).Select(call => pair.Proxy.RunAsync($"{call}", Token).AsTask())];
        await full.Task.WaitAsync(Token);
        gate.SetResult();

        Assert.Equal(Enumerable.Range(0, 200).Select(call => $"{call}"), await Task.WhenAll(calls));
        Assert.Equal(16, most);
    }

    [Fact]
    public async Task A_call_that_fails_fast_does_not_wait()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(server: server => server with { Limits = new RpcLimits { MaxConcurrentCalls = 16 } });
        var gate = new TaskCompletionSource<string>();
        pair.ServerProbe.OnRun = (_, _, _) => new(gate.Task);
        Task<string>[] calls = [.. Enumerable.Range(0, 16).Select(_ => pair.Proxy.RunAsync("x", Token).AsTask())];

        RpcException failure = await Assert.ThrowsAsync<RpcException>(
            async () => await pair.Proxy.With(new RpcCallOptions { FailFast = true }).AddAsync(1, 2, Token));

        Assert.Equal(RpcStatusCode.ResourceExhausted, failure.StatusCode);
        Assert.Equal(RpcExecution.NotExecuted, failure.Execution);
        gate.SetResult("done");
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task A_waiting_call_can_be_cancelled_and_was_not_executed()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(server: server => server with { Limits = new RpcLimits { MaxConcurrentCalls = 16 } });
        var gate = new TaskCompletionSource<string>();
        pair.ServerProbe.OnRun = (_, _, _) => new(gate.Task);
        Task<string>[] calls = [.. Enumerable.Range(0, 16).Select(_ => pair.Proxy.RunAsync("x", Token).AsTask())];
        using var cancel = new CancellationTokenSource();

        Task<int> waiting = pair.Proxy.AddAsync(1, 2, cancel.Token).AsTask();
        Task<int> behind = pair.Proxy.AddAsync(3, 4, Token).AsTask();
        await cancel.CancelAsync();

        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(cancel.Token, cancelled.CancellationToken);
        gate.SetResult("done");
        Assert.Equal(7, await behind);
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task One_way_calls_wait_when_the_receiver_falls_behind_and_none_is_lost()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(server: server => server with { Limits = new RpcLimits { OneWayWindow = 64 * 1024 } });
        var gate = new TaskCompletionSource();
        pair.ServerProbe.OnNote = _ => new(gate.Task);

        int accepted = 0;
        Task sending = Task.Run(
            async () =>
            {
                for (int note = 0; note < 3000; note++)
                {
                    await pair.Proxy.NoteAsync($"{note}");
                    accepted++;
                }
            },
            Token);
        await pair.Proxy.AddAsync(1, 2, Token);
        Assert.False(sending.IsCompleted);
        gate.SetResult();
        await sending;
        while (pair.ServerProbe.Notes.Count < 3000)
        {
            await pair.Proxy.AddAsync(1, 2, Token);
        }

        Assert.Equal(3000, accepted);
    }

    [Fact]
    public async Task A_handler_may_call_back_many_times_at_once_at_a_full_limit()
    {
        var limits = new RpcLimits { MaxConcurrentCalls = 16 };
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(client => client with { Limits = limits }, server => server with { Limits = limits });
        pair.ClientProbe.OnRun = async (input, context, _) =>
        {
            await Task.Yield();
            return $"{await context.Peer.GetProxy<IProbe>().AddAsync(int.Parse(input), 1, Token)}";
        };
        pair.ServerProbe.OnRun = async (input, context, _) =>
        {
            IProbe back = context.Peer.GetProxy<IProbe>();
            string[] sums = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => back.RunAsync(input, Token).AsTask()));
            return sums.Distinct().Single();
        };

        Task<string>[] calls = [.. Enumerable.Range(0, 100).Select(call => pair.Proxy.RunAsync($"{call}", Token).AsTask())];

        Assert.Equal(Enumerable.Range(1, 100).Select(sum => $"{sum}"), await Task.WhenAll(calls));
    }
}
