using RpcWss.Generators.Tests.Harness;

namespace RpcWss.Generators.Tests;

/// <summary>A stream that no contract carries is one edit from one that it does, and the message says which edit.</summary>
public sealed class StreamReportingTests
{
    [Theory]
    [InlineData("Task<IAsyncEnumerable<int>> M();", "The result of 'IShape.M()' is 'Task<IAsyncEnumerable<int>>'", "write 'IAsyncEnumerable<int>', without a task")]
    [InlineData("Stream M();", "The result of 'IShape.M()' is 'Stream'", "write 'ValueTask<Stream>'")]
    [InlineData("Task<Stream?> M();", "The result of 'IShape.M()' is 'Task<Stream?>'", "write 'Stream', which is empty where there is nothing to send")]
    [InlineData("Task M(MemoryStream? a);", "The parameter 'a' of 'IShape.M(MemoryStream?)' is 'MemoryStream?'", "write 'Stream'")]
    [InlineData("IAsyncEnumerator<string?> M();", "The result of 'IShape.M()' is 'IAsyncEnumerator<string?>'", "write 'IAsyncEnumerable<string?>'")]
    [InlineData("Task M(IAsyncEnumerable<Stream> a);", "The parameter 'a' of 'IShape.M(IAsyncEnumerable<Stream>)' is 'IAsyncEnumerable<Stream>'", "write a stream of data, and a method of its own for each stream within")]
    [InlineData("Task M(System.IO.Pipelines.IDuplexPipe a);", "The parameter 'a' of 'IShape.M(IDuplexPipe)' is 'IDuplexPipe'", "write a 'PipeReader' for each direction")]
    [InlineData("Task M(IMine a); interface IMine : IAsyncEnumerable<int>;", "The parameter 'a' of 'IShape.M(IShape.IMine)' is 'IShape.IMine'", "write 'IAsyncEnumerable<int>'")]
    public async Task The_message_names_the_stream_and_what_to_write(string member, string subject, string instead)
    {
        var compiled = await Compiled.From($"[RpcContract] public partial interface IShape {{ {member} }}");

        var error = Assert.Single(compiled.Analyzer);
        Assert.Equal($"{subject}, which is not a stream that a contract can carry; {instead}", error.GetMessage(null));
    }

    [Theory]
    [InlineData("[RpcMethod(OneWay = true)] Task M(Stream a);", "'IShape.M(Stream)' is one-way and has a stream, which lives as long as its call; a one-way call is over when it is sent, so remove 'OneWay = true'")]
    [InlineData("[return: RpcStream] Task M();", "The result of 'IShape.M()' is not a stream of items, so that [RpcStream] says nothing about it; remove the attribute, or stream an IAsyncEnumerable<T>")]
    [InlineData("Task M([RpcStream(Capacity = 0)] IAsyncEnumerable<int> a);", "Capacity cannot be 0; write 1 or more, or leave it out for 64")]
    [InlineData("[RpcMethod(MaxPayloadSize = -5)] Task M();", "MaxPayloadSize cannot be -5; write a number of bytes, or leave it out for the connection's limit")]
    public async Task Settings_that_mean_nothing_are_told_so(string member, string message)
    {
        var compiled = await Compiled.From($"[RpcContract] public partial interface IShape {{ {member} }}");

        Assert.Equal(message, Assert.Single(compiled.Analyzer).GetMessage(null));
    }
}
