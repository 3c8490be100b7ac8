using RpcWss.Generated;

namespace RpcWss.Connections;

/// <summary>A call of this side on its way through the interceptors. Each attempt is a call of its own with the same arguments.</summary>
internal sealed class OutgoingInterception<TResult> : RpcInterceptedCall
{
    private readonly ConnectionCore _core;
    private readonly RpcProxy _proxy;
    private readonly OutgoingCall<TResult> _original;
    private readonly RpcResultReader<TResult>? _reader;
    private readonly RpcMetadata _metadata = [];
    private TResult _result = default!;
    private bool _succeeded;

    public OutgoingInterception(
        ConnectionCore core, RpcProxy proxy, OutgoingCall<TResult> original, RpcResultReader<TResult>? reader, CancellationToken cancellationToken)
    {
        _core = core;
        _proxy = proxy;
        _original = original;
        _reader = reader;
        Method = original.Method;
        CancellationToken = cancellationToken;
        Deadline = proxy.Options?.Deadline;
        if (proxy.Options?.Metadata is { } metadata)
        {
            _metadata.AddRange(metadata);
        }
    }

    public override RpcMethodDescriptor Method { get; }

    public override bool IsOutgoing => true;

    public override RpcPeer? Peer => _core.Connection.Peer;

    public override RpcMetadata Metadata => _metadata;

    public override TimeSpan? Deadline { get; set; }

    public override CancellationToken CancellationToken { get; }

    public override object?[] GetArguments()
    {
        var reader = _original.Arguments.CreateReader();
        return Method.ReadArguments(ref reader);
    }

    public override object? GetResult() => _succeeded && _reader is not null ? _result : null;

    public async ValueTask<TResult> RunAsync()
    {
        try
        {
            await InterceptorChain.RunAsync(_core.Setup.OutgoingInterceptors, this, AttemptAsync).ConfigureAwait(false);
            return _succeeded ? _result : throw InterceptorChain.NoOutcome(Method);
        }
        finally
        {
            _original.Discard();
        }
    }

    public async ValueTask RunVoidAsync() => await RunAsync().ConfigureAwait(false);

    private async ValueTask AttemptAsync(RpcInterceptedCall call)
    {
        var attempt = ((OutgoingCall<TResult>)_proxy.Invoker.Begin<TResult>(_proxy, Method)).WithReader(_reader);
        _original.Arguments.CopyTo(attempt.Arguments);
        RpcCallOptions options = (_proxy.Options ?? new RpcCallOptions()) with { Deadline = Deadline, Metadata = _metadata };
        _succeeded = false;
        _result = await attempt.SendDirectAsync(options, CancellationToken).ConfigureAwait(false);
        _succeeded = true;
    }
}
