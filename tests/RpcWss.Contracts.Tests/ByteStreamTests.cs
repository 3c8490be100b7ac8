using System.IO.Pipelines;
using System.Text;

namespace RpcWss.Contracts.Tests;

[RpcContract]
public partial interface IByteStreams
{
    ValueTask<Stream> OpenAsync(string text, CancellationToken cancellationToken = default);

    Task<Stream> UpperAsync(Stream content);

    ValueTask<PipeReader> OpenPipeAsync(string text);

    Task<PipeReader> JoinAsync(PipeReader first, string between, Stream? second = null);

    Task<int> CountAsync(PipeReader? content, IProgress<int>? progress = null);
}

/// <summary>Streams of bytes, in each of the types that a contract may give them.</summary>
public sealed class ByteStreamTests
{
    private readonly IByteStreams _proxy;
    private readonly LoopbackInvoker _wire;

    public ByteStreamTests()
    {
        (_proxy, _wire) = LoopbackInvoker.Connect<IByteStreams>(new Service());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_result_of_bytes_is_a_stream_to_read()
    {
        await using var content = await _proxy.OpenAsync("abc", Token);

        Assert.Equal("abc", await TextOf(content));
        Assert.Equal([0x91, 0xA3, (byte)'a', (byte)'b', (byte)'c'], _wire.Arguments.ToArray());
    }

    [Fact]
    public async Task Bytes_go_both_ways_and_the_stream_stays_its_owners()
    {
        using var content = Bytes("abc");

        Assert.Equal("ABC", await TextOf(await _proxy.UpperAsync(content)));
        Assert.True(content.CanRead);
        Assert.Equal([0x90], _wire.Arguments.ToArray());
    }

    [Fact]
    public async Task A_result_of_bytes_may_be_a_pipe()
    {
        var content = await _proxy.OpenPipeAsync("abc");

        Assert.Equal("abc", await TextOf(content.AsStream()));
    }

    [Fact]
    public async Task Pipes_and_streams_are_taken_by_their_numbers()
    {
        var joined = await _proxy.JoinAsync(PipeReader.Create(Bytes("a")), "-", Bytes("b"));
        Assert.Equal("a-b", await TextOf(joined.AsStream()));

        joined = await _proxy.JoinAsync(PipeReader.Create(Bytes("a")), "-");
        Assert.Equal("a-", await TextOf(joined.AsStream()));
    }

    [Fact]
    public async Task A_stream_that_is_left_out_has_no_bytes()
    {
        Assert.Equal(0, await _proxy.CountAsync(null));
    }

    [Fact]
    public async Task A_method_that_fails_before_its_bytes_fails_the_task()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await _proxy.OpenAsync("missing", Token));

        Assert.Equal(RpcStatusCode.NotFound, error.StatusCode);
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<string> TextOf(Stream content)
    {
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync(Token);
    }

    private sealed class Service : IByteStreams
    {
        public ValueTask<Stream> OpenAsync(string text, CancellationToken cancellationToken) =>
            text == "missing" ? throw new RpcException(RpcStatusCode.NotFound, "No such text.") : new(Bytes(text));

        public async Task<Stream> UpperAsync(Stream content) => Bytes((await TextOf(content)).ToUpperInvariant());

        public ValueTask<PipeReader> OpenPipeAsync(string text) => new(PipeReader.Create(Bytes(text)));

        public async Task<PipeReader> JoinAsync(PipeReader first, string between, Stream? second) =>
            PipeReader.Create(Bytes(await TextOf(first.AsStream()) + between + await TextOf(second!)));

        public async Task<int> CountAsync(PipeReader? content, IProgress<int>? progress) => (await TextOf(content!.AsStream())).Length;
    }
}
