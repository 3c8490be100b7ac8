using Grpc.Core;
using Grpc.Net.Client;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Subjects.Peers;

internal sealed class GrpcSession(GrpcChannel channel) : Session
{
    private readonly CallInvoker _invoker = channel.CreateCallInvoker();

    public override async ValueTask<int> AddAsync(int caller, int left, int right) => (await CallAsync(GrpcMethods.Add, new GrpcPair(left, right))).Value;

    public override async ValueTask<int> EchoAsync(int caller, byte[] bytes) => (await CallAsync(GrpcMethods.Echo, bytes)).Length;

    public override async ValueTask<int> ExchangeAsync(int caller, Order order) => (await CallAsync(GrpcMethods.Exchange, order)).Lines.Length;

    public override Task<int> DownAsync(int count, int size) => size == 0
        ? ReadAsync(GrpcMethods.Count, new GrpcPair(count, 0))
        : ReadAsync(GrpcMethods.Blocks, new GrpcPair(count, size));

    public override Task<int> UpAsync(int count, int size) => size == 0
        ? WriteAsync(GrpcMethods.Take, GrpcNumber.FromAsync(Items.NumbersAsync(count)))
        : WriteAsync(GrpcMethods.TakeBlocks, Items.BlocksAsync(count, size));

    public override Task<int> DuplexAsync(int count, int size) => size == 0
        ? ExchangeAsync(GrpcMethods.Return, GrpcNumber.FromAsync(Items.NumbersAsync(count)))
        : ExchangeAsync(GrpcMethods.ReturnBlocks, Items.BlocksAsync(count, size));

    public override async Task<int> DownloadAsync(int length) => (await CallAsync(GrpcMethods.Download, new GrpcNumber(length))).Length;

    public override async Task<int> UploadAsync(byte[] bytes) => (await CallAsync(GrpcMethods.Upload, bytes)).Value;

    public override ValueTask DisposeAsync()
    {
        channel.Dispose();
        return default;
    }

    private async Task<TResponse> CallAsync<TRequest, TResponse>(Method<TRequest, TResponse> method, TRequest request)
        where TRequest : class where TResponse : class
    {
        using AsyncUnaryCall<TResponse> call = _invoker.AsyncUnaryCall(method, null, default, request);
        return await call;
    }

    private async Task<int> ReadAsync<TResponse>(Method<GrpcPair, TResponse> method, GrpcPair request) where TResponse : class
    {
        using AsyncServerStreamingCall<TResponse> call = _invoker.AsyncServerStreamingCall(method, null, default, request);
        return await Items.CountAsync(call.ResponseStream.ReadAllAsync());
    }

    private async Task<int> WriteAsync<TRequest>(Method<TRequest, GrpcNumber> method, IAsyncEnumerable<TRequest> items) where TRequest : class
    {
        using AsyncClientStreamingCall<TRequest, GrpcNumber> call = _invoker.AsyncClientStreamingCall(method, null, default);
        await WriteAllAsync(items, call.RequestStream);
        return (await call).Value;
    }

    private async Task<int> ExchangeAsync<T>(Method<T, T> method, IAsyncEnumerable<T> items) where T : class
    {
        using AsyncDuplexStreamingCall<T, T> call = _invoker.AsyncDuplexStreamingCall(method, null, default);
        Task<int> reading = Items.CountAsync(call.ResponseStream.ReadAllAsync());
        await WriteAllAsync(items, call.RequestStream);
        return await reading;
    }

    private static async Task WriteAllAsync<T>(IAsyncEnumerable<T> items, IClientStreamWriter<T> writer)
    {
        await foreach (T item in items)
        {
            await writer.WriteAsync(item);
        }

        await writer.CompleteAsync();
    }
}
