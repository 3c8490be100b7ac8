namespace RpcWss.Contracts.Tests;

/// <summary>What a contract says about its streams, and when two ends agree on their shape.</summary>
public sealed class StreamDescriptorTests
{
    [Theory]
    [InlineData("CountAsync", RpcMethodKind.ServerStreaming)]
    [InlineData("SumAsync", RpcMethodKind.ClientStreaming)]
    [InlineData("ZipAsync", RpcMethodKind.DuplexStreaming)]
    [InlineData("WorkAsync", RpcMethodKind.ClientStreaming)]
    [InlineData("FeedAsync", RpcMethodKind.DuplexStreaming)]
    public void The_kind_of_a_method_says_which_way_it_streams(string method, RpcMethodKind kind)
    {
        Assert.Equal(kind, Method<IStreams>(method).Kind);
        Assert.True(Method<IStreams>(method).IsStreaming);
    }

    [Fact]
    public void Streams_are_described_in_the_order_of_their_parameters()
    {
        var zip = Method<IStreams>("ZipAsync");

        Assert.Equal(["separator", "times"], zip.ParameterNames);
        Assert.Equal(("", RpcStreamContent.Items, RpcSlowConsumer.DropOldest, 5), Describe(zip.ResultStream!));
        Assert.Equal(
            [("left", RpcStreamContent.Items, RpcSlowConsumer.Wait, 64), ("right", RpcStreamContent.Items, RpcSlowConsumer.LatestOnly, 1)],
            zip.ParameterStreams.Select(Describe));
    }

    [Fact]
    public void Bytes_wait_and_progress_keeps_the_latest()
    {
        Assert.Equal(("", RpcStreamContent.Bytes, RpcSlowConsumer.Wait, 64), Describe(Method<IByteStreams>("OpenPipeAsync").ResultStream!));
        Assert.Equal(
            [("content", RpcStreamContent.Bytes, RpcSlowConsumer.Wait, 64), ("progress", RpcStreamContent.Progress, RpcSlowConsumer.LatestOnly, 1)],
            Method<IByteStreams>("CountAsync").ParameterStreams.Select(Describe));
        Assert.Null(Method<IByteStreams>("CountAsync").ResultStream);
    }

    [Fact]
    public void The_limit_of_a_method_takes_the_place_of_its_contracts()
    {
        Assert.Equal(1024, Method<IStreams>("ZipAsync").MaxPayloadSize);
        Assert.Equal(4096, Method<IStreams>("SumAsync").MaxPayloadSize);
        Assert.Equal(0, Method<IByteStreams>("CountAsync").MaxPayloadSize);
    }

    [Fact]
    public void The_signature_hash_covers_the_streams()
    {
        Assert.Equal(Fnv("(int32,int32)items:int32"), Method<IStreams>("CountAsync").SignatureHash);
        Assert.Equal(Fnv("()<items:int32>int64"), Method<IStreams>("SumAsync").SignatureHash);
        Assert.Equal(Fnv("(string,int32)<items:int32?,items:string>items:(int32,string)"), Method<IStreams>("ZipAsync").SignatureHash);
        Assert.Equal(Fnv("(int32)<progress:double>string"), Method<IStreams>("WorkAsync").SignatureHash);
        Assert.Equal(Fnv("()<items:#0<0:int32,1:string>,progress:#0>items:#0"), Method<IStreams>("FeedAsync").SignatureHash);
    }

    [Fact]
    public void A_stream_and_a_pipe_are_the_same_on_the_wire()
    {
        Assert.Equal(Fnv("(string)bytes"), Method<IByteStreams>("OpenAsync").SignatureHash);
        Assert.Equal(Fnv("(string)bytes"), Method<IByteStreams>("OpenPipeAsync").SignatureHash);
        Assert.Equal(Fnv("(string)<bytes,bytes>bytes"), Method<IByteStreams>("JoinAsync").SignatureHash);
    }

    private static (string Name, RpcStreamContent Content, RpcSlowConsumer WhenSlow, int Capacity) Describe(RpcStreamDescriptor stream) =>
        (stream.Name, stream.Content, stream.WhenSlow, stream.Capacity);

    private static ulong Fnv(string text) =>
        System.Text.Encoding.UTF8.GetBytes(text).Aggregate(0xCBF29CE484222325, static (hash, b) => unchecked((hash ^ b) * 0x100000001B3));

    private static RpcMethodDescriptor Method<T>(string name)
        where T : class, IRpcContract<T> => T.__RpcDescriptor.Methods.Single(method => method.Name == name);
}
