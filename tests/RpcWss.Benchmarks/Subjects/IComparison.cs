using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Subjects;

/// <summary>What our own server hosts for the comparison.</summary>
[RpcContract]
public partial interface IComparison
{
    ValueTask<int> AddAsync(int left, int right);

    ValueTask<byte[]> EchoAsync(byte[] bytes);

    ValueTask<Order> ExchangeAsync(Order order);

    IAsyncEnumerable<int> CountAsync(int count, CancellationToken cancellationToken = default);

    IAsyncEnumerable<byte[]> BlocksAsync(int count, int size, CancellationToken cancellationToken = default);

    ValueTask<int> TakeAsync(IAsyncEnumerable<int> items, CancellationToken cancellationToken = default);

    ValueTask<int> TakeBlocksAsync(IAsyncEnumerable<byte[]> items, CancellationToken cancellationToken = default);

    IAsyncEnumerable<int> ReturnAsync(IAsyncEnumerable<int> items, CancellationToken cancellationToken = default);

    IAsyncEnumerable<byte[]> ReturnBlocksAsync(IAsyncEnumerable<byte[]> items, CancellationToken cancellationToken = default);

    ValueTask<byte[]> DownloadAsync(int length);

    ValueTask<int> UploadAsync(byte[] bytes);

    /// <summary>Calls <see cref="IComparisonClient"/> at the caller, from so many callers for so long.</summary>
    ValueTask<CallBackResult> CallBackAsync(int callers, int milliseconds, RpcCallContext? context = null);
}

/// <summary>What the client hosts.</summary>
[RpcContract]
public partial interface IComparisonClient
{
    ValueTask<int> AddAsync(int left, int right);
}
