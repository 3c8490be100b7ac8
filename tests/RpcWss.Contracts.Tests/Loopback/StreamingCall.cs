using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using RpcWss.Generated;

namespace RpcWss.Contracts.Tests.Loopback;

/// <summary>A call with streams on its way out. A result of items or bytes is served while the caller reads it.</summary>
internal sealed class StreamingCall<TResult>(LoopbackInvoker owner, RpcMethodDescriptor method) : RpcStreamingCall<TResult>
{
    private readonly ArrayBufferWriter<byte> _arguments = new();
    private readonly CallStreams _streams = new();
    private Exception? _refusal;
    private bool _isSent;

    public override void Advance(int count) => _arguments.Advance(count);

    public override Memory<byte> GetMemory(int sizeHint = 0) => _arguments.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _arguments.GetSpan(sizeHint);

    public override void AddItems<T>(IAsyncEnumerable<T>? items, RpcResultWriter<T> writer) => _streams.AddItems(items, writer);

    public override void AddBytes(Stream? bytes) =>
        _streams.AddBytes(bytes is null ? null : PipeReader.Create(bytes, new StreamPipeReaderOptions(leaveOpen: true)));

    public override void AddPipe(PipeReader? bytes) => _streams.AddBytes(bytes);

    public override void AddProgress<T>(IProgress<T>? progress, RpcResultReader<T> reader) => _streams.AddProgress(progress, reader);

    public override void Refuse(Exception error) => _refusal = error;

    public override async ValueTask<TResult> SendAsync(RpcResultReader<TResult> reader, CancellationToken cancellationToken)
    {
        await CallAsync(cancellationToken);
        return Payload.Read(reader, owner.Result);
    }

    public override async ValueTask SendAsync(CancellationToken cancellationToken) => await CallAsync(cancellationToken);

    public override IAsyncEnumerable<TResult> OpenItems(RpcResultReader<TResult> reader, CancellationToken cancellationToken) =>
        EnumerateAsync(reader, cancellationToken, CancellationToken.None);

    public override async ValueTask<Stream> OpenBytesAsync(CancellationToken cancellationToken) =>
        (await OpenPipeAsync(cancellationToken)).AsStream();

    public override async ValueTask<PipeReader> OpenPipeAsync(CancellationToken cancellationToken)
    {
        _ = ServeAsync(cancellationToken);
        await _streams.Begun;
        return _streams.ResultBytes;
    }

    private async IAsyncEnumerable<TResult> EnumerateAsync(
        RpcResultReader<TResult> reader, CancellationToken callToken, [EnumeratorCancellation] CancellationToken enumerationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(callToken, enumerationToken);
        var served = ServeAsync(end.Token);
        try
        {
            await foreach (byte[] bytes in _streams.ResultItems)
            {
                yield return Payload.Read(reader, bytes);
            }
        }
        finally
        {
            await end.CancelAsync();
            await served;
        }
    }

    /// <summary>Runs the call to its end, which the result's reader learns.</summary>
    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(cancellationToken);
            _streams.End(error: null);
        }
        catch (Exception error)
        {
            _streams.End(error);
        }
    }

    private ValueTask CallAsync(CancellationToken cancellationToken)
    {
        if (_isSent)
        {
            throw new InvalidOperationException("A call is sent once.");
        }

        _isSent = true;
        return _refusal is null
            ? owner.CallAsync(method, _arguments.WrittenMemory, _streams, cancellationToken)
            : ValueTask.FromException(LoopbackInvoker.Unwritten(_refusal));
    }
}
