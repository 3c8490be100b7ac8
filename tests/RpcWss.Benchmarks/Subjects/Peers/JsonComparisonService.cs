using RpcWss.Benchmarks.Node;
using RpcWss.Benchmarks.Workloads;
using StreamJsonRpc;

namespace RpcWss.Benchmarks.Subjects.Peers;

internal sealed class JsonComparisonService(IJsonComparisonClient client) : IJsonComparison
{
    private static readonly JsonRpcEnumerableSettings _batches = new() { MaxReadAhead = 1000, MinBatchSize = 100 };

    public ValueTask<int> AddAsync(int left, int right) => new(left + right);

    public ValueTask<byte[]> EchoAsync(byte[] bytes) => new(bytes);

    public ValueTask<Order> ExchangeAsync(Order order) => new(order);

    public IAsyncEnumerable<int> CountAsync(int count) => Batched(Items.NumbersAsync(count));

    public IAsyncEnumerable<byte[]> BlocksAsync(int count, int size) => Batched(Items.BlocksAsync(count, size));

    public Task<int> TakeAsync(IAsyncEnumerable<int> items) => Items.CountAsync(items);

    public Task<int> TakeBlocksAsync(IAsyncEnumerable<byte[]> items) => Items.CountAsync(items);

    public Task<byte[]> DownloadAsync(int length) => Task.FromResult(new byte[length]);

    public Task<int> UploadAsync(byte[] bytes) => Task.FromResult(bytes.Length);

    public async Task<CallBackResult> CallBackAsync(int callers, int milliseconds)
    {
        var (calls, seconds) = await CallerLoop.RunAsync(callers, TimeSpan.FromMilliseconds(milliseconds), (_, call) => client.AddAsync(call, 1));
        return new CallBackResult { Calls = calls, Seconds = seconds };
    }

    internal static IAsyncEnumerable<T> Batched<T>(IAsyncEnumerable<T> items) => items.WithJsonRpcSettings(_batches);
}
