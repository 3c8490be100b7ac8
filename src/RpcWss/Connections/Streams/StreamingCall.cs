using System.IO.Pipelines;
using MessagePack;
using RpcWss.Generated;

namespace RpcWss.Connections.Streams;

/// <summary>The typed side of a call with streams.</summary>
internal sealed class StreamingCall<TResult> : RpcStreamingCall<TResult>
{
    private readonly ConnectionCore _core;
    private readonly RpcProxy _proxy;
    private readonly StreamingCallState _state;

    public StreamingCall(ConnectionCore core, RpcProxy proxy, OutgoingMethod method)
    {
        _core = core;
        _proxy = proxy;
        _state = new StreamingCallState(core, method);
    }

    public override void Advance(int count) => _state.Call.Arguments.Advance(count);

    public override Memory<byte> GetMemory(int sizeHint = 0) => _state.Call.Arguments.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _state.Call.Arguments.GetSpan(sizeHint);

    public override void AddItems<T>(IAsyncEnumerable<T>? items, RpcResultWriter<T> writer) => _state.AddItems(items, writer);

    public override void AddBytes(Stream? bytes) => _state.AddBytes(bytes);

    public override void AddPipe(PipeReader? bytes) => _state.AddPipe(bytes);

    public override void AddProgress<T>(IProgress<T>? progress, RpcResultReader<T> reader) => _state.AddProgress(progress, reader);

    public override void Refuse(Exception error) => _state.Refuse(error);

    public override async ValueTask<TResult> SendAsync(RpcResultReader<TResult> reader, CancellationToken cancellationToken)
    {
        TResult result = default!;
        await RunAsync(
            () =>
            {
                result = Decode(reader);
                return result;
            },
            cancellationToken).ConfigureAwait(false);
        return result;
    }

    public override async ValueTask SendAsync(CancellationToken cancellationToken) => await RunAsync(null, cancellationToken).ConfigureAwait(false);

    public override IAsyncEnumerable<TResult> OpenItems(RpcResultReader<TResult> reader, CancellationToken cancellationToken) =>
        new ResultItems<TResult>(_state, reader, (state, enumerator) => Begin(state, cancellationToken, enumerator));

    public override async ValueTask<Stream> OpenBytesAsync(CancellationToken cancellationToken)
    {
        Begin(_state, cancellationToken, default);
        var batches = new BatchReader(_state.Streams.Receiver(0)!);
        try
        {
            await batches.NextAsync().ConfigureAwait(false);
            return new ByteReader(_state, batches);
        }
        catch
        {
            _state.Abandoned(batches.Receiver);
            throw;
        }
    }

    public override async ValueTask<PipeReader> OpenPipeAsync(CancellationToken cancellationToken) =>
        PipeReader.Create(await OpenBytesAsync(cancellationToken).ConfigureAwait(false));

    // The interceptors, where there are any, see the call from here to its end, however long its stream is.
    private void Begin(StreamingCallState state, CancellationToken callerToken, CancellationToken enumeratorToken)
    {
        if (_core.Setup.OutgoingInterceptors.Length == 0)
        {
            state.Start(_proxy.Options, callerToken, enumeratorToken);
        }
        else
        {
            _ = new StreamingInterception(_core, _proxy, state, null, callerToken, enumeratorToken).BeginAsync();
        }
    }

    private async ValueTask RunAsync(Func<object?>? decode, CancellationToken cancellationToken)
    {
        try
        {
            if (_core.Setup.OutgoingInterceptors.Length > 0)
            {
                await new StreamingInterception(_core, _proxy, _state, decode, cancellationToken, default).RunAsync().ConfigureAwait(false);
                return;
            }

            _state.Start(_proxy.Options, cancellationToken, default);
            await _state.Completed.ConfigureAwait(false);
            _state.ThrowIfFailed();
            decode?.Invoke();
        }
        finally
        {
            // Also what nobody decodes: that of a call that failed, or has no result at all.
            _state.ReleaseResult();
        }
    }

    private TResult Decode(RpcResultReader<TResult> reader)
    {
        try
        {
            MessagePackReader source = _state.Call.Result!.CreateReader();
            return reader(ref source);
        }
        catch (Exception error)
        {
            throw CallErrors.ToException(CallErrors.Undecodable(_state.Call, error), _state.Call.Method.Descriptor, default);
        }
        finally
        {
            _state.ReleaseResult();     // not held while interceptors go on
        }
    }
}
