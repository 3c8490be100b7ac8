using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Subjects;

internal sealed class OursSession(RpcClient client) : Session
{
    private readonly IComparison _proxy = client.GetProxy<IComparison>();

    public override ValueTask<int> AddAsync(int caller, int left, int right) => _proxy.AddAsync(left, right);

    public override async ValueTask<int> EchoAsync(int caller, byte[] bytes) => (await _proxy.EchoAsync(bytes)).Length;

    public override async ValueTask<int> ExchangeAsync(int caller, Order order) => (await _proxy.ExchangeAsync(order)).Lines.Length;

    public override Task<int> DownAsync(int count, int size) =>
        size == 0 ? Items.CountAsync(_proxy.CountAsync(count)) : Items.CountAsync(_proxy.BlocksAsync(count, size));

    public override async Task<int> UpAsync(int count, int size) =>
        size == 0 ? await _proxy.TakeAsync(Items.NumbersAsync(count)) : await _proxy.TakeBlocksAsync(Items.BlocksAsync(count, size));

    public override Task<int> DuplexAsync(int count, int size) => size == 0
        ? Items.CountAsync(_proxy.ReturnAsync(Items.NumbersAsync(count)))
        : Items.CountAsync(_proxy.ReturnBlocksAsync(Items.BlocksAsync(count, size)));

    public override async Task<CallBackResult> CallBackAsync(int callers, int milliseconds) => await _proxy.CallBackAsync(callers, milliseconds);

    public override async Task<int> DownloadAsync(int length) => (await _proxy.DownloadAsync(length)).Length;

    public override async Task<int> UploadAsync(byte[] bytes) => await _proxy.UploadAsync(bytes);

    public override ValueTask DisposeAsync() => client.DisposeAsync();
}
