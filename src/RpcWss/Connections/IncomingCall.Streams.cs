using System.IO.Pipelines;
using RpcWss.Connections.Streams;
using RpcWss.Generated;

namespace RpcWss.Connections;

/// <summary>The streams of a served call, as generated dispatchers use them.</summary>
internal sealed partial class IncomingCall
{
    public override IAsyncEnumerable<T> ReadItems<T>(int stream, RpcResultReader<T> reader) =>
        new ParameterItems<T>(new ServedStreams(_core, this), Streams!.Receiver(stream)!, reader);

    public override Stream ReadBytes(int stream) =>
        new ByteReader(new ServedStreams(_core, this), new BatchReader(Streams!.Receiver(stream)!));

    public override PipeReader ReadPipe(int stream) => PipeReader.Create(ReadBytes(stream));

    public override IProgress<T> ReportProgress<T>(int stream, RpcResultWriter<T> writer) => new ProgressReporter<T>(Streams!.Sender(stream)!, writer);

    public override async ValueTask CompleteItemsAsync<T>(IAsyncEnumerable<T> items, RpcResultWriter<T> writer)
    {
        StreamSender sender = Streams!.Sender(0)!;
        CancellationToken token = CancellationToken;
        RequireStream(items);
        RequireWanted(await ItemPump.SendItemsAsync(items, writer, sender, token).ConfigureAwait(false), token);
    }

    public override async ValueTask CompleteBytesAsync(ValueTask<Stream> pending)
    {
        StreamSender sender = Streams!.Sender(0)!;
        CancellationToken token = CancellationToken;
        Stream bytes = RequireStream(await pending.ConfigureAwait(false));
        await using (bytes.ConfigureAwait(false))
        {
            sender.Announce();
            RequireWanted(await ItemPump.SendBytesAsync(bytes, sender, token).ConfigureAwait(false), token);
        }
    }

    public override async ValueTask CompletePipeAsync(ValueTask<PipeReader> pending)
    {
        StreamSender sender = Streams!.Sender(0)!;
        CancellationToken token = CancellationToken;
        PipeReader bytes = RequireStream(await pending.ConfigureAwait(false));
        sender.Announce();
        RequireWanted(await ItemPump.SendPipeAsync(bytes, sender, token).ConfigureAwait(false), token);
    }

    private TStream RequireStream<TStream>(TStream? stream) where TStream : class =>
        stream ?? throw new InvalidOperationException($"{Method.FullName} returned null instead of a stream.");

    private static void RequireWanted(bool completed, CancellationToken token)
    {
        if (!completed)
        {
            throw new OperationCanceledException(token);
        }
    }
}
