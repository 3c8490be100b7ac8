using System.Buffers;
using System.IO.Pipelines;
using MessagePack;
using RpcWss.Generated;

namespace RpcWss.Contracts.Tests.Loopback;

/// <summary>A call being served, with the least that a dispatcher needs.</summary>
internal sealed class IncomingCall(ReadOnlyMemory<byte> arguments, LoopbackContext context, CallStreams streams, CancellationToken cancellationToken) : RpcIncomingCall
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

    public override RpcValueReader BeginValues(int count) => new(arguments.Span, count);

    public override bool EndValues(in RpcValueReader reader) => reader.IsComplete;

    public override IAsyncEnumerable<T> ReadItems<T>(int stream, RpcResultReader<T> reader) => streams.ReadItems(stream, reader, CancellationToken);

    public override Stream ReadBytes(int stream) => streams.ReadBytes(stream).AsStream();

    public override PipeReader ReadPipe(int stream) => streams.ReadBytes(stream);

    public override IProgress<T> ReportProgress<T>(int stream, RpcResultWriter<T> writer) => streams.Report(stream, writer);

    public override ValueTask CompleteItemsAsync<T>(IAsyncEnumerable<T> items, RpcResultWriter<T> writer) =>
        streams.SendItemsAsync(items, writer, CancellationToken);

    public override async ValueTask CompleteBytesAsync(ValueTask<Stream> pending) =>
        await streams.SendBytesAsync(PipeReader.Create(await pending), CancellationToken);

    public override async ValueTask CompletePipeAsync(ValueTask<PipeReader> pending) =>
        await streams.SendBytesAsync(await pending, CancellationToken);

    public override Exception ArgumentError(string parameter, Exception cause) => cause as RpcException
        ?? new RpcException(RpcStatusCode.InvalidArgument, $"The argument '{parameter}' could not be read.", cause) { Execution = RpcExecution.NotExecuted };

    public override Exception MissingArgument(string parameter) =>
        new RpcException(RpcStatusCode.InvalidArgument, $"The argument '{parameter}' is missing.") { Execution = RpcExecution.NotExecuted };
}
