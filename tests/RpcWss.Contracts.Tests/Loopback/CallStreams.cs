using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using RpcWss.Generated;

namespace RpcWss.Contracts.Tests.Loopback;

/// <summary>
/// The streams of one call on their way, all of them bytes. The caller adds those of the parameters before it sends; the callee takes them by their
/// numbers, from 1, and gives the result.
/// </summary>
internal sealed class CallStreams
{
    private readonly List<object> _parameters = [];
    private readonly Channel<byte[]> _items = Channel.CreateBounded<byte[]>(1);
    private readonly Pipe _bytes = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Every item and report that was sent, as stream number and bytes.</summary>
    public List<(int Stream, byte[] Bytes)> Sent { get; } = [];

    /// <summary>The encoded items of the result.</summary>
    public IAsyncEnumerable<byte[]> ResultItems => _items.Reader.ReadAllAsync(CancellationToken.None);

    public PipeReader ResultBytes => _bytes.Reader;

    /// <summary>Completes when the callee has a stream of bytes to send, or fails as its call did.</summary>
    public Task Begun => _begun.Task;

    public void AddItems<T>(IAsyncEnumerable<T>? items, RpcResultWriter<T> writer)
    {
        int number = _parameters.Count + 1;
        _parameters.Add(items is null ? AsyncEnumerable.Empty<byte[]>() : Encode(number, items, writer, CancellationToken.None));
    }

    public void AddBytes(PipeReader? bytes) => _parameters.Add(bytes ?? PipeReader.Create(Stream.Null));

    public void AddProgress<T>(IProgress<T>? progress, RpcResultReader<T> reader) =>
        _parameters.Add((Action<byte[]>)(bytes => progress?.Report(Payload.Read(reader, bytes))));

    public async IAsyncEnumerable<T> ReadItems<T>(int number, RpcResultReader<T> reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (byte[] bytes in Parameter<IAsyncEnumerable<byte[]>>(number).WithCancellation(cancellationToken))
        {
            yield return Payload.Read(reader, bytes);
        }
    }

    public PipeReader ReadBytes(int number) => Parameter<PipeReader>(number);

    public IProgress<T> Report<T>(int number, RpcResultWriter<T> writer)
    {
        var report = Parameter<Action<byte[]>>(number);
        return new Reporter<T>(value =>
        {
            byte[] bytes = Payload.Write(writer, value);
            Sent.Add((number, bytes));
            report(bytes);
        });
    }

    public async ValueTask SendItemsAsync<T>(IAsyncEnumerable<T> items, RpcResultWriter<T> writer, CancellationToken cancellationToken)
    {
        await foreach (byte[] bytes in Encode(0, items, writer, cancellationToken))
        {
            await _items.Writer.WriteAsync(bytes, cancellationToken);
        }
    }

    public async ValueTask SendBytesAsync(PipeReader bytes, CancellationToken cancellationToken)
    {
        _begun.TrySetResult();
        await bytes.CopyToAsync(_bytes.Writer, cancellationToken);
        await bytes.CompleteAsync();
    }

    /// <summary>Ends the result, as the call ended.</summary>
    public void End(Exception? error)
    {
        _items.Writer.TryComplete(error);
        _bytes.Writer.Complete(error);
        if (error is not null)
        {
            _begun.TrySetException(error);
        }
    }

    private T Parameter<T>(int number) => Assert.IsType<T>(_parameters[number - 1], exactMatch: false);

    private async IAsyncEnumerable<byte[]> Encode<T>(
        int number, IAsyncEnumerable<T> items, RpcResultWriter<T> writer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            byte[] bytes = Payload.Write(writer, item);
            Sent.Add((number, bytes));
            yield return bytes;
        }
    }

    private sealed class Reporter<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
