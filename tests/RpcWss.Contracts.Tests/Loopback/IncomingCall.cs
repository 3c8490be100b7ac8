using System.Buffers;
using System.IO.Pipelines;
using MessagePack;
using RpcWss.Generated;

namespace RpcWss.Contracts.Tests.Loopback;

/// <summary>A call being served, with the least that a dispatcher needs.</summary>
internal sealed class IncomingCall(ReadOnlyMemory<byte> arguments, LoopbackContext context, CancellationToken cancellationToken) : RpcIncomingCall
{
    public ArrayBufferWriter<byte> Written { get; } = new();

    public override CancellationToken CancellationToken => cancellationToken;

    public override RpcCallContext Context => context;

    protected override IBufferWriter<byte> Result => Written;

    public override MessagePackReader BeginArguments(out int count)
    {
        var reader = new MessagePackReader(arguments) { Depth = 1 };
        count = reader.ReadArrayHeader();
        return reader;
    }

    public override void EndArguments(ref MessagePackReader reader, int read, int count)
    {
        for (int index = read; index < count; index++)
        {
            RpcFormat.Skip(ref reader);
        }

        if (!reader.End)
        {
            throw new MessagePackSerializationException("Bytes follow the arguments.");
        }
    }

    public override IAsyncEnumerable<T> ReadItems<T>(int stream, RpcResultReader<T> reader) => throw new NotSupportedException();

    public override Stream ReadBytes(int stream) => throw new NotSupportedException();

    public override PipeReader ReadPipe(int stream) => throw new NotSupportedException();

    public override IProgress<T> ReportProgress<T>(int stream, RpcResultWriter<T> writer) => throw new NotSupportedException();

    public override ValueTask CompleteItemsAsync<T>(IAsyncEnumerable<T> items, RpcResultWriter<T> writer) => throw new NotSupportedException();

    public override ValueTask CompleteBytesAsync(ValueTask<Stream> pending) => throw new NotSupportedException();

    public override ValueTask CompletePipeAsync(ValueTask<PipeReader> pending) => throw new NotSupportedException();

    public override Exception ArgumentError(string parameter, Exception cause) => cause as RpcException
        ?? new RpcException(RpcStatusCode.InvalidArgument, $"The argument '{parameter}' could not be read.", cause) { Execution = RpcExecution.NotExecuted };

    public override Exception MissingArgument(string parameter) =>
        new RpcException(RpcStatusCode.InvalidArgument, $"The argument '{parameter}' is missing.") { Execution = RpcExecution.NotExecuted };
}
