using Grpc.Core;
using MessagePack;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Subjects.Peers;

/// <summary>What code generated from a .proto file would hold: the methods, with MessagePack in the place of Protocol Buffers.</summary>
internal static class GrpcMethods
{
    private const string Service = "comparison";

    public static Method<GrpcPair, GrpcNumber> Add { get; } = Method<GrpcPair, GrpcNumber>(MethodType.Unary, "Add");

    public static Method<byte[], byte[]> Echo { get; } = Method<byte[], byte[]>(MethodType.Unary, "Echo");

    public static Method<Order, Order> Exchange { get; } = Method<Order, Order>(MethodType.Unary, "Exchange");

    public static Method<GrpcNumber, byte[]> Download { get; } = Method<GrpcNumber, byte[]>(MethodType.Unary, "Download");

    public static Method<byte[], GrpcNumber> Upload { get; } = Method<byte[], GrpcNumber>(MethodType.Unary, "Upload");

    public static Method<GrpcPair, GrpcNumber> Count { get; } = Method<GrpcPair, GrpcNumber>(MethodType.ServerStreaming, "Count");

    public static Method<GrpcPair, byte[]> Blocks { get; } = Method<GrpcPair, byte[]>(MethodType.ServerStreaming, "Blocks");

    public static Method<GrpcNumber, GrpcNumber> Take { get; } = Method<GrpcNumber, GrpcNumber>(MethodType.ClientStreaming, "Take");

    public static Method<byte[], GrpcNumber> TakeBlocks { get; } = Method<byte[], GrpcNumber>(MethodType.ClientStreaming, "TakeBlocks");

    public static Method<GrpcNumber, GrpcNumber> Return { get; } = Method<GrpcNumber, GrpcNumber>(MethodType.DuplexStreaming, "Return");

    public static Method<byte[], byte[]> ReturnBlocks { get; } = Method<byte[], byte[]>(MethodType.DuplexStreaming, "ReturnBlocks");

    private static Method<TRequest, TResponse> Method<TRequest, TResponse>(MethodType type, string name)
        where TRequest : class where TResponse : class =>
        new(type, Service, name, Marshaller<TRequest>(), Marshaller<TResponse>());

    private static Marshaller<T> Marshaller<T>() => new(
        static (value, context) =>
        {
            MessagePackSerializer.Serialize(context.GetBufferWriter(), value);
            context.Complete();
        },
        static context => MessagePackSerializer.Deserialize<T>(context.PayloadAsReadOnlySequence()));
}

/// <summary>A number: gRPC's messages are objects.</summary>
[MessagePackObject]
public sealed record GrpcNumber([property: Key(0)] int Value)
{
    public static async IAsyncEnumerable<GrpcNumber> FromAsync(IAsyncEnumerable<int> numbers)
    {
        await foreach (int number in numbers)
        {
            yield return new GrpcNumber(number);
        }
    }
}

/// <summary>Two numbers: gRPC's methods have one parameter.</summary>
[MessagePackObject]
public sealed record GrpcPair([property: Key(0)] int First, [property: Key(1)] int Second);
