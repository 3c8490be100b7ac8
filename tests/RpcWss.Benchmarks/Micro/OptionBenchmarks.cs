using BenchmarkDotNet.Attributes;

namespace RpcWss.Benchmarks.Micro;

/// <summary>What options add to a call over the in-memory transport, each by itself.</summary>
public class OptionBenchmarks
{
    private const int Callers = 64;
    private const int CallsOfCaller = 256;

    private readonly ManyCallers _callers = new(Callers, CallsOfCaller);
    private MemoryPair _pair = null!;
    private IMeasured _proxy = null!;

    [ParamsAllValues]
    public CallOption Option { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _pair = await (Option switch
        {
            CallOption.NoDeadline => MemoryPair.OpenAsync(client: setup => setup with { Limits = setup.Limits with { DefaultDeadline = Timeout.InfiniteTimeSpan } }),
            CallOption.FlowsCallState => MemoryPair.OpenAsync(flowsCallState: true),
            CallOption.ClientInterceptor => MemoryPair.OpenAsync(client: setup => setup with { OutgoingInterceptors = [new PassingInterceptor()] }),
            CallOption.ServerInterceptor => MemoryPair.OpenAsync(server: setup => setup with { IncomingInterceptors = [new PassingInterceptor()] }),
            CallOption.Observers => MemoryPair.OpenAsync(setup => setup with { Observer = new CountingObserver() }, setup => setup with { Observer = new CountingObserver() }),
            _ => MemoryPair.OpenAsync(),
        });
        _proxy = Option switch
        {
            CallOption.OwnDeadline => _pair.Proxy.With(new RpcCallOptions { Deadline = TimeSpan.FromSeconds(10) }),
            CallOption.Metadata => _pair.Proxy.With(new RpcCallOptions { Metadata = new RpcMetadata { { "trace", "0af7651916cd43dd8448eb211c80319c" } } }),
            _ => _pair.Proxy,
        };
    }

    [GlobalCleanup]
    public async Task CleanUpAsync() => await _pair.DisposeAsync();

    [Benchmark(OperationsPerInvoke = Callers * CallsOfCaller)]
    public Task UnaryFrom64Callers() => _callers.RunAsync(_proxy);

    private sealed class PassingInterceptor : RpcInterceptor
    {
        public override ValueTask InterceptAsync(RpcInterceptedCall call, RpcInterceptorNext next) => next(call);
    }

    private sealed class CountingObserver : RpcObserver
    {
        private long _calls;
        private long _ticks;

        public override void OutgoingCallCompleted(RpcMethodDescriptor method, RpcStatusCode status, TimeSpan elapsed) => Count(elapsed);

        public override void IncomingCallCompleted(RpcMethodDescriptor method, RpcStatusCode status, TimeSpan elapsed) => Count(elapsed);

        private void Count(TimeSpan elapsed)
        {
            Interlocked.Increment(ref _calls);
            Interlocked.Add(ref _ticks, elapsed.Ticks);
        }
    }
}
