namespace RpcWss.Tests.Connections;

/// <summary>Interceptors on both sides, by two samples that users would write.</summary>
public sealed class InterceptorTests
{
    [Fact]
    public async Task A_logging_interceptor_sees_arguments_result_and_metadata_on_both_sides()
    {
        var outgoing = new LoggingInterceptor();
        var incoming = new LoggingInterceptor();
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(
            client => client with { OutgoingInterceptors = [outgoing] }, server => server with { IncomingInterceptors = [incoming] });

        int sum = await pair.Proxy.With(new RpcCallOptions { Metadata = [] }).AddAsync(2, 3, TestContext.Current.CancellationToken);

        Assert.Equal(5, sum);
        Assert.Equal("> RpcWss.Tests.Connections.IProbe/AddAsync(2, 3) [seen-by] = 5", Assert.Single(outgoing.Lines));
        Assert.Equal("< RpcWss.Tests.Connections.IProbe/AddAsync(2, 3) [seen-by] = ", Assert.Single(incoming.Lines));
    }

    [Fact]
    public async Task A_logging_interceptor_sees_the_failure()
    {
        var outgoing = new LoggingInterceptor();
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(client => client with { OutgoingInterceptors = [outgoing] });
        pair.ServerProbe.OnRun = (_, _, _) => throw new RpcException(RpcStatusCode.NotFound, "no such thing");

        await Assert.ThrowsAsync<RpcException>(async () => await pair.Proxy.RunAsync("x", TestContext.Current.CancellationToken));

        Assert.EndsWith("[seen-by] ! NotFound", Assert.Single(outgoing.Lines));
    }

    [Fact]
    public async Task A_retry_interceptor_repeats_a_call_with_the_same_arguments()
    {
        var retry = new RetryInterceptor(attempts: 3);
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(client => client with { OutgoingInterceptors = [retry] });
        int calls = 0;
        pair.ServerProbe.OnRun = (input, _, _) => ++calls < 3 ? throw new RpcException(RpcStatusCode.Unavailable, "not yet") : new($"{input} at {calls}");

        Assert.Equal("done at 3", await pair.Proxy.RunAsync("done", TestContext.Current.CancellationToken));
        calls = -10;
        RpcException failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Proxy.RunAsync("again", TestContext.Current.CancellationToken));
        Assert.Equal("not yet", failure.Message);
        Assert.Equal(-7, calls);
    }

    [Fact]
    public async Task An_interceptor_on_the_serving_side_may_run_the_handler_again()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(server: server => server with { IncomingInterceptors = [new RetryInterceptor(attempts: 2)] });
        int calls = 0;
        pair.ServerProbe.OnRun = (input, _, _) => ++calls == 1 ? throw new RpcException(RpcStatusCode.Unavailable, "not yet") : new(input);

        Assert.Equal("twice", await pair.Proxy.RunAsync("twice", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_interceptor_that_calls_nothing_leaves_the_call_without_an_outcome()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(client => client with { OutgoingInterceptors = [new SwallowingInterceptor()] });

        RpcException failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Proxy.AddAsync(1, 2, TestContext.Current.CancellationToken));

        Assert.Equal(RpcStatusCode.Internal, failure.StatusCode);
        Assert.Contains("without calling next", failure.Message);
    }

    [Theory]
    [InlineData("before", RpcExecution.NotExecuted)]
    [InlineData("after", RpcExecution.Executed)]
    [InlineData("between", RpcExecution.Executed)]
    public async Task The_caller_learns_whether_a_call_that_an_interceptor_refused_had_reached_the_service(string when, RpcExecution execution)
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(server: server => server with { IncomingInterceptors = [new RefusingInterceptor(when)] });
        int calls = 0;
        pair.ServerProbe.OnRun = (input, _, _) => ++calls == 1 && when == "between" ? throw new RpcException(RpcStatusCode.Unavailable, "not yet") : new(input);

        RpcException failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Proxy.RunAsync("x", TestContext.Current.CancellationToken));

        Assert.Equal((RpcStatusCode.PermissionDenied, execution), (failure.StatusCode, failure.Execution));
        Assert.Equal(execution == RpcExecution.Executed ? 1 : 0, calls);
    }

    [Fact]
    public async Task A_service_that_throws_what_an_interceptor_may_throw_has_run_also_at_a_call_that_follows_a_refused_one()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(server: server => server with { IncomingInterceptors = [new RefusingInterceptor("odd")] });
        pair.ServerProbe.OnRun = (_, _, _) => throw new RpcException(RpcStatusCode.PermissionDenied, "no");
        var seen = new List<RpcExecution>();

        // One after the other: they are served by the same pooled object.
        for (int call = 0; call < 4; call++)
        {
            RpcException failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Proxy.RunAsync("x", TestContext.Current.CancellationToken));
            Assert.Equal("no", failure.Message);
            seen.Add(failure.Execution);
        }

        Assert.Equal([RpcExecution.NotExecuted, RpcExecution.Executed, RpcExecution.NotExecuted, RpcExecution.Executed], seen);
    }

    [Fact]
    public async Task An_interceptor_may_shorten_the_deadline()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync(client => client with { OutgoingInterceptors = [new DeadlineInterceptor()] });

        RpcException failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Proxy.AddAsync(1, 2, TestContext.Current.CancellationToken));

        Assert.Equal(RpcStatusCode.DeadlineExceeded, failure.StatusCode);
        Assert.Equal(RpcExecution.NotExecuted, failure.Execution);
    }

    private sealed class LoggingInterceptor : RpcInterceptor
    {
        public List<string> Lines { get; } = [];

        public override async ValueTask InterceptAsync(RpcInterceptedCall call, RpcInterceptorNext next)
        {
            if (call.IsOutgoing)
            {
                call.Metadata.Add("seen-by", "logging");
            }

            string line = $"{(call.IsOutgoing ? '>' : '<')} {call.Method}({string.Join(", ", call.GetArguments())}) [{string.Join(", ", call.Metadata.Select(entry => entry.Key))}]";
            try
            {
                await next(call);
                Lines.Add($"{line} = {call.GetResult()}");
            }
            catch (RpcException error)
            {
                Lines.Add($"{line} ! {error.StatusCode}");
                throw;
            }
        }
    }

    private sealed class RetryInterceptor(int attempts) : RpcInterceptor
    {
        public override async ValueTask InterceptAsync(RpcInterceptedCall call, RpcInterceptorNext next)
        {
            for (int attempt = 1; ; attempt++)
            {
                try
                {
                    await next(call);
                    return;
                }
                catch (RpcException error) when (error.StatusCode == RpcStatusCode.Unavailable && attempt < attempts)
                {
                }
            }
        }
    }

    private sealed class SwallowingInterceptor : RpcInterceptor
    {
        public override ValueTask InterceptAsync(RpcInterceptedCall call, RpcInterceptorNext next) => default;
    }

    /// <summary>Refuses before the service, after it, between two attempts at it, or before it at every other call.</summary>
    private sealed class RefusingInterceptor(string when) : RpcInterceptor
    {
        private int _calls;

        public override async ValueTask InterceptAsync(RpcInterceptedCall call, RpcInterceptorNext next)
        {
            bool isOdd = ++_calls % 2 == 1;
            if (when == "odd" ? !isOdd : when != "before")
            {
                try
                {
                    await next(call);
                }
                catch (RpcException) when (when == "between")
                {
                }
            }

            throw new RpcException(RpcStatusCode.PermissionDenied, "no");
        }
    }

    private sealed class DeadlineInterceptor : RpcInterceptor
    {
        public override ValueTask InterceptAsync(RpcInterceptedCall call, RpcInterceptorNext next)
        {
            call.Deadline = TimeSpan.Zero;
            return next(call);
        }
    }
}
