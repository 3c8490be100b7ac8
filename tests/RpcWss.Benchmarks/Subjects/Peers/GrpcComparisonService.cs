using Grpc.Core;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Subjects.Peers;

/// <summary>The service; <see cref="BindService"/> is what generated code has. The server finds the methods by their names.</summary>
[BindServiceMethod(typeof(GrpcComparisonService), nameof(BindService))]
internal class GrpcComparisonService
{
    public static void BindService(ServiceBinderBase binder, GrpcComparisonService service)
    {
        binder.AddMethod(GrpcMethods.Add, (UnaryServerMethod<GrpcPair, GrpcNumber>)null!);
        binder.AddMethod(GrpcMethods.Echo, (UnaryServerMethod<byte[], byte[]>)null!);
        binder.AddMethod(GrpcMethods.Exchange, (UnaryServerMethod<Order, Order>)null!);
        binder.AddMethod(GrpcMethods.Download, (UnaryServerMethod<GrpcNumber, byte[]>)null!);
        binder.AddMethod(GrpcMethods.Upload, (UnaryServerMethod<byte[], GrpcNumber>)null!);
        binder.AddMethod(GrpcMethods.Count, (ServerStreamingServerMethod<GrpcPair, GrpcNumber>)null!);
        binder.AddMethod(GrpcMethods.Blocks, (ServerStreamingServerMethod<GrpcPair, byte[]>)null!);
        binder.AddMethod(GrpcMethods.Take, (ClientStreamingServerMethod<GrpcNumber, GrpcNumber>)null!);
        binder.AddMethod(GrpcMethods.TakeBlocks, (ClientStreamingServerMethod<byte[], GrpcNumber>)null!);
        binder.AddMethod(GrpcMethods.Return, (DuplexStreamingServerMethod<GrpcNumber, GrpcNumber>)null!);
        binder.AddMethod(GrpcMethods.ReturnBlocks, (DuplexStreamingServerMethod<byte[], byte[]>)null!);
    }

    public virtual Task<GrpcNumber> Add(GrpcPair request, ServerCallContext context) => Task.FromResult(new GrpcNumber(request.First + request.Second));

    public virtual Task<byte[]> Echo(byte[] request, ServerCallContext context) => Task.FromResult(request);

    public virtual Task<Order> Exchange(Order request, ServerCallContext context) => Task.FromResult(request);

    public virtual Task<byte[]> Download(GrpcNumber request, ServerCallContext context) => Task.FromResult(new byte[request.Value]);

    public virtual Task<GrpcNumber> Upload(byte[] request, ServerCallContext context) => Task.FromResult(new GrpcNumber(request.Length));

    public virtual Task Count(GrpcPair request, IServerStreamWriter<GrpcNumber> writer, ServerCallContext context) => WriteAsync(GrpcNumber.FromAsync(Items.NumbersAsync(request.First)), writer);

    public virtual Task Blocks(GrpcPair request, IServerStreamWriter<byte[]> writer, ServerCallContext context) => WriteAsync(Items.BlocksAsync(request.First, request.Second), writer);

    public virtual async Task<GrpcNumber> Take(IAsyncStreamReader<GrpcNumber> reader, ServerCallContext context) => new(await Items.CountAsync(reader.ReadAllAsync()));

    public virtual async Task<GrpcNumber> TakeBlocks(IAsyncStreamReader<byte[]> reader, ServerCallContext context) => new(await Items.CountAsync(reader.ReadAllAsync()));

    public virtual Task Return(IAsyncStreamReader<GrpcNumber> reader, IServerStreamWriter<GrpcNumber> writer, ServerCallContext context) => WriteAsync(reader.ReadAllAsync(), writer);

    public virtual Task ReturnBlocks(IAsyncStreamReader<byte[]> reader, IServerStreamWriter<byte[]> writer, ServerCallContext context) => WriteAsync(reader.ReadAllAsync(), writer);

    private static async Task WriteAsync<T>(IAsyncEnumerable<T> items, IServerStreamWriter<T> writer)
    {
        await foreach (T item in items)
        {
            await writer.WriteAsync(item);
        }
    }
}
