using RpcWss.Benchmarks.Node;
using RpcWss.Benchmarks.Workloads;

namespace RpcWss.Benchmarks.Subjects;

internal sealed class ComparisonService : IComparison
{
    public ValueTask<int> AddAsync(int left, int right) => new(left + right);

    public ValueTask<byte[]> EchoAsync(byte[] bytes) => new(bytes);

    public ValueTask<Order> ExchangeAsync(Order order) => new(order);

    public IAsyncEnumerable<int> CountAsync(int count, CancellationToken cancellationToken) => Items.NumbersAsync(count);

    public IAsyncEnumerable<byte[]> BlocksAsync(int count, int size, CancellationToken cancellationToken) => Items.BlocksAsync(count, size);

    public async ValueTask<int> TakeAsync(IAsyncEnumerable<int> items, CancellationToken cancellationToken) => await Items.CountAsync(items);

    public async ValueTask<int> TakeBlocksAsync(IAsyncEnumerable<byte[]> items, CancellationToken cancellationToken) => await Items.CountAsync(items);

    public IAsyncEnumerable<int> ReturnAsync(IAsyncEnumerable<int> items, CancellationToken cancellationToken) => Items.ReturnAsync(items);

    public IAsyncEnumerable<byte[]> ReturnBlocksAsync(IAsyncEnumerable<byte[]> items, CancellationToken cancellationToken) => Items.ReturnAsync(items);

    public ValueTask<byte[]> DownloadAsync(int length) => new(new byte[length]);

    public ValueTask<int> UploadAsync(byte[] bytes) => new(bytes.Length);

    public async ValueTask<CallBackResult> CallBackAsync(int callers, int milliseconds, RpcCallContext? context)
    {
        IComparisonClient client = context!.Peer.GetProxy<IComparisonClient>();
        var (calls, seconds) = await CallerLoop.RunAsync(callers, TimeSpan.FromMilliseconds(milliseconds), (_, call) => client.AddAsync(call, 1));
        return new CallBackResult { Calls = calls, Seconds = seconds };
    }
}
