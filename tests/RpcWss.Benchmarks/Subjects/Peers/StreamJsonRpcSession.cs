using System.Net.WebSockets;
using RpcWss.Benchmarks.Node;
using StreamJsonRpc;

namespace RpcWss.Benchmarks.Subjects.Peers;

/// <summary>No duplex: a stream that is a parameter ends with the call, before a result that is made of it is read.</summary>
internal sealed class StreamJsonRpcSession(JsonRpc rpc, IJsonComparison proxy, WebSocket socket) : Session
{
    public override ValueTask<int> AddAsync(int caller, int left, int right) => proxy.AddAsync(left, right);

    public override async ValueTask<int> EchoAsync(int caller, byte[] bytes) => (await proxy.EchoAsync(bytes)).Length;

    public override async ValueTask<int> ExchangeAsync(int caller, Order order) => (await proxy.ExchangeAsync(order)).Lines.Length;

    public override Task<int> DownAsync(int count, int size) =>
        size == 0 ? Items.CountAsync(proxy.CountAsync(count)) : Items.CountAsync(proxy.BlocksAsync(count, size));

    public override Task<int> UpAsync(int count, int size) => size == 0
        ? proxy.TakeAsync(JsonComparisonService.Batched(Items.NumbersAsync(count)))
        : proxy.TakeBlocksAsync(JsonComparisonService.Batched(Items.BlocksAsync(count, size)));

    public override Task<CallBackResult> CallBackAsync(int callers, int milliseconds) => proxy.CallBackAsync(callers, milliseconds);

    public override async Task<int> DownloadAsync(int length) => (await proxy.DownloadAsync(length)).Length;

    public override Task<int> UploadAsync(byte[] bytes) => proxy.UploadAsync(bytes);

    public override ValueTask DisposeAsync()
    {
        rpc.Dispose();
        socket.Dispose();
        return default;
    }

    internal sealed class Client : IJsonComparisonClient
    {
        public ValueTask<int> AddAsync(int left, int right) => new(left + right);
    }
}
