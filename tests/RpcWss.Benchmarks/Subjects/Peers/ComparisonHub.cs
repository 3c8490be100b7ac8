using Microsoft.AspNetCore.SignalR;
using RpcWss.Benchmarks.Node;
using RpcWss.Benchmarks.Workloads;

namespace RpcWss.Benchmarks.Subjects.Peers;

internal sealed class ComparisonHub(IHubContext<ComparisonHub> hub) : Hub
{
    public int Add(int left, int right) => left + right;

    public byte[] Echo(byte[] bytes) => bytes;

    public Order Exchange(Order order) => order;

    public IAsyncEnumerable<int> Count(int count) => Items.NumbersAsync(count);

    public IAsyncEnumerable<byte[]> Blocks(int count, int size) => Items.BlocksAsync(count, size);

    public Task<int> Take(IAsyncEnumerable<int> items) => Items.CountAsync(items);

    public Task<int> TakeBlocks(IAsyncEnumerable<byte[]> items) => Items.CountAsync(items);

    public IAsyncEnumerable<int> Return(IAsyncEnumerable<int> items) => Items.ReturnAsync(items);

    public IAsyncEnumerable<byte[]> ReturnBlocks(IAsyncEnumerable<byte[]> items) => Items.ReturnAsync(items);

    public byte[] Download(int length) => new byte[length];

    public int Upload(byte[] bytes) => bytes.Length;

    public async Task<CallBackResult> CallBack(int callers, int milliseconds)
    {
        ISingleClientProxy client = hub.Clients.Client(Context.ConnectionId);
        var (calls, seconds) = await CallerLoop.RunAsync(
            callers, TimeSpan.FromMilliseconds(milliseconds), async (_, call) => await client.InvokeAsync<int>("Add", call, 1, CancellationToken.None));
        return new CallBackResult { Calls = calls, Seconds = seconds };
    }
}
