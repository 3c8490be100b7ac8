using BenchmarkDotNet.Attributes;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Micro;

/// <summary>Whole calls over the in-memory transport: proxy, engine, dispatcher, service and back.</summary>
public class CallBenchmarks
{
    private const int Callers = 64;
    private const int CallsOfCaller = 64;
    private const int Notes = 4096;
    private const int ItemsOfStream = 100_000;
    private const int Blocks = 10_000;

    private readonly ManyCallers _callers = new(Callers, CallsOfCaller);
    private MemoryPair _pair = null!;

    [GlobalSetup]
    public async Task SetUpAsync() => _pair = await MemoryPair.OpenAsync();

    [GlobalCleanup]
    public async Task CleanUpAsync() => await _pair.DisposeAsync();

    [Benchmark]
    public ValueTask<int> Unary() => _pair.Proxy.AddAsync(20, 22);

    [Benchmark(OperationsPerInvoke = Callers * CallsOfCaller)]
    public Task UnaryFrom64Callers() => _callers.RunAsync(_pair.Proxy);

    [Benchmark(OperationsPerInvoke = Notes)]
    public Task OneWay() => _pair.NoteAsync(Notes);

    [Benchmark(OperationsPerInvoke = ItemsOfStream)]
    public Task<int> ItemDown() => Items.CountAsync(_pair.Proxy.CountAsync(ItemsOfStream));

    [Benchmark(OperationsPerInvoke = ItemsOfStream)]
    public async Task<int> ItemUp() => await _pair.Proxy.TakeAsync(Items.NumbersAsync(ItemsOfStream));

    [Benchmark(OperationsPerInvoke = Blocks)]
    public Task<int> KibibyteDown() => Items.CountAsync(_pair.Proxy.BlocksAsync(Blocks));

    [Benchmark(OperationsPerInvoke = Blocks)]
    public async Task<int> KibibyteUp() => await _pair.Proxy.TakeBlocksAsync(Items.BlocksAsync(Blocks, Measured.BlockSize));
}
