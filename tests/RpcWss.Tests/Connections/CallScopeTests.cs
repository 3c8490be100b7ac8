namespace RpcWss.Tests.Connections;

/// <summary>What calls inherit from the call being served: its deadline and cancellation, while it runs, and nothing else.</summary>
public sealed class CallScopeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_back_ends_with_the_deadline_of_the_call_that_made_it()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        DateTimeOffset? inner = null;
        pair.ClientProbe.OnRun = (_, context, _) =>
        {
            inner = context.Deadline;
            return new("called back");
        };
        pair.ServerProbe.OnRun = async (input, context, _) => await context.Peer.GetProxy<IProbe>().RunAsync(input, default);

        string result = await pair.Proxy.With(new RpcCallOptions { Deadline = TimeSpan.FromSeconds(60) }).RunAsync("x", Token);

        Assert.Equal("called back", result);
        Assert.InRange(inner!.Value, DateTimeOffset.UtcNow + TimeSpan.FromSeconds(30), DateTimeOffset.UtcNow + TimeSpan.FromSeconds(60.1));
    }

    [Fact]
    public async Task Without_flow_a_call_back_has_its_own_default_deadline()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(flowsCallState: false);
        DateTimeOffset? inner = null;
        pair.ClientProbe.OnRun = (_, context, _) =>
        {
            inner = context.Deadline;
            return new("called back");
        };
        pair.ServerProbe.OnRun = async (input, context, _) => await context.Peer.GetProxy<IProbe>().RunAsync(input, default);

        await pair.Proxy.With(new RpcCallOptions { Deadline = TimeSpan.FromSeconds(60) }).RunAsync("x", Token);

        Assert.InRange(inner!.Value, DateTimeOffset.UtcNow + TimeSpan.FromSeconds(70), DateTimeOffset.UtcNow + TimeSpan.FromSeconds(101));
    }

    [Fact]
    public async Task Cancelling_a_call_cancels_the_call_back_that_it_waits_for()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        var reached = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        pair.ClientProbe.OnRun = async (_, _, cancellation) =>
        {
            reached.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => stopped.SetResult(), TaskScheduler.Default);
            return "never";
        };
        pair.ServerProbe.OnRun = async (input, context, _) => await context.Peer.GetProxy<IProbe>().RunAsync(input, default);
        using var cancel = new CancellationTokenSource();

        Task<string> call = pair.Proxy.RunAsync("x", cancel.Token).AsTask();
        await reached.Task.WaitAsync(Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await stopped.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task What_a_finished_handler_left_running_inherits_nothing()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        var finished = new TaskCompletionSource();
        Task<int>? leftover = null;
        pair.ServerProbe.OnRun = (input, context, _) =>
        {
            IProbe back = context.Peer.GetProxy<IProbe>();
            leftover = Task.Run(async () =>
            {
                await finished.Task;
                return await back.AddAsync(20, 22, Token);
            });
            return new(input);
        };
        using var cancel = new CancellationTokenSource();

        await pair.Proxy.With(new RpcCallOptions { Deadline = TimeSpan.FromSeconds(30) }).RunAsync("x", cancel.Token);
        await cancel.CancelAsync();
        finished.SetResult();

        Assert.Equal(42, await leftover!.WaitAsync(Token));
    }

    [Fact]
    public async Task A_context_goes_dead_with_its_call()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        RpcCallContext? kept = null;
        pair.ServerProbe.OnRun = (input, context, _) =>
        {
            kept = context;
            return new(input);
        };

        await pair.Proxy.RunAsync("x", Token);

        Assert.Throws<ObjectDisposedException>(() => kept!.CancellationToken);
        Assert.Throws<ObjectDisposedException>(() => kept!.SendHeaders([]));
        Assert.Equal("RunAsync", kept!.Method.Name);
    }

    [Fact]
    public async Task An_inbound_context_cannot_be_passed_downstream()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        ArgumentException? refused = null;
        pair.ServerProbe.OnRun = async (input, context, _) =>
        {
            refused = await Assert.ThrowsAsync<ArgumentException>(async () => await context.Peer.GetProxy<IProbe>().RunAsync(input, Token, context));
            return input;
        };

        await pair.Proxy.RunAsync("x", Token);

        Assert.Contains("belongs to the call being served", refused!.Message);
    }
}
