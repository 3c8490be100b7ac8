using RpcWss.Benchmarks.Node;
using StreamJsonRpc;

namespace RpcWss.Benchmarks.Subjects.Peers;

/// <summary>What StreamJsonRpc serves; a contract of its own, since it does not know ours' attributes nor we its rules.</summary>
[JsonRpcContract]
public partial interface IJsonComparison
{
    ValueTask<int> AddAsync(int left, int right);

    ValueTask<byte[]> EchoAsync(byte[] bytes);

    ValueTask<Order> ExchangeAsync(Order order);

    IAsyncEnumerable<int> CountAsync(int count);

    IAsyncEnumerable<byte[]> BlocksAsync(int count, int size);

    Task<int> TakeAsync(IAsyncEnumerable<int> items);

    Task<int> TakeBlocksAsync(IAsyncEnumerable<byte[]> items);

    Task<byte[]> DownloadAsync(int length);

    Task<int> UploadAsync(byte[] bytes);

    Task<CallBackResult> CallBackAsync(int callers, int milliseconds);
}

/// <summary>What the client hosts.</summary>
[JsonRpcContract]
public partial interface IJsonComparisonClient
{
    ValueTask<int> AddAsync(int left, int right);
}
