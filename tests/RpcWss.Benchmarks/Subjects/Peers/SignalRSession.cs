using Microsoft.AspNetCore.SignalR.Client;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Subjects.Peers;

internal sealed class SignalRSession(HubConnection connection) : Session
{
    public override async ValueTask<int> AddAsync(int caller, int left, int right) => await connection.InvokeAsync<int>("Add", left, right);

    public override async ValueTask<int> EchoAsync(int caller, byte[] bytes) => (await connection.InvokeAsync<byte[]>("Echo", bytes)).Length;

    public override async ValueTask<int> ExchangeAsync(int caller, Order order) => (await connection.InvokeAsync<Order>("Exchange", order)).Lines.Length;

    public override Task<int> DownAsync(int count, int size) => size == 0
        ? Items.CountAsync(connection.StreamAsync<int>("Count", count))
        : Items.CountAsync(connection.StreamAsync<byte[]>("Blocks", count, size));

    public override Task<int> UpAsync(int count, int size) => size == 0
        ? connection.InvokeAsync<int>("Take", Items.NumbersAsync(count))
        : connection.InvokeAsync<int>("TakeBlocks", Items.BlocksAsync(count, size));

    public override Task<int> DuplexAsync(int count, int size) => size == 0
        ? Items.CountAsync(connection.StreamAsync<int>("Return", Items.NumbersAsync(count)))
        : Items.CountAsync(connection.StreamAsync<byte[]>("ReturnBlocks", Items.BlocksAsync(count, size)));

    public override Task<CallBackResult> CallBackAsync(int callers, int milliseconds) => connection.InvokeAsync<CallBackResult>("CallBack", callers, milliseconds);

    public override async Task<int> DownloadAsync(int length) => (await connection.InvokeAsync<byte[]>("Download", length)).Length;

    public override Task<int> UploadAsync(byte[] bytes) => connection.InvokeAsync<int>("Upload", bytes);

    public override ValueTask DisposeAsync() => connection.DisposeAsync();
}
