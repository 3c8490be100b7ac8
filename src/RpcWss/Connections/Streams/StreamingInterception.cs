namespace RpcWss.Connections.Streams;

/// <summary>A call with streams of this side on its way through the interceptors. Its streams can be consumed once, so it is made once.</summary>
internal sealed class StreamingInterception : RpcInterceptedCall
{
    private readonly ConnectionCore _core;
    private readonly Generated.RpcProxy _proxy;
    private readonly StreamingCallState _state;
    private readonly Func<object?>? _decode;
    private readonly CancellationToken _enumeratorToken;
    private readonly RpcMetadata _metadata = [];
    private object? _result;
    private bool _isStarted;
    private bool _succeeded;

    public StreamingInterception(
        ConnectionCore core, Generated.RpcProxy proxy, StreamingCallState state, Func<object?>? decode, CancellationToken callerToken, CancellationToken enumeratorToken)
    {
        _core = core;
        _proxy = proxy;
        _state = state;
        _decode = decode;
        _enumeratorToken = enumeratorToken;
        CancellationToken = callerToken;
        Deadline = proxy.Options?.Deadline;
        if (proxy.Options?.Metadata is { } metadata)
        {
            _metadata.AddRange(metadata);
        }
    }

    public override RpcMethodDescriptor Method => _state.Call.Method.Descriptor;

    public override bool IsOutgoing => true;

    public override RpcPeer? Peer => _core.Connection.Peer;

    public override RpcMetadata Metadata => _metadata;

    public override TimeSpan? Deadline { get; set; }

    public override CancellationToken CancellationToken { get; }

    public override object?[] GetArguments()
    {
        var reader = _state.Call.Arguments.CreateReader();
        return Method.ReadArguments(ref reader);
    }

    public override object? GetResult() => _succeeded ? _result : null;

    /// <summary>Runs the interceptors, and within them the call to its end.</summary>
    public async ValueTask RunAsync()
    {
        await InterceptorChain.RunAsync(_core.Setup.OutgoingInterceptors, this, AttemptAsync).ConfigureAwait(false);
        if (!_succeeded)
        {
            throw InterceptorChain.NoOutcome(Method);
        }
    }

    /// <summary>The same for a call whose result is a stream: how the chain ended is how the stream ends.</summary>
    public async Task BeginAsync()
    {
        try
        {
            await RunAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            if (!_isStarted)
            {
                _state.FailUnsent(error);
            }
        }
    }

    private async ValueTask AttemptAsync(RpcInterceptedCall call)
    {
        if (_isStarted)
        {
            throw InterceptorChain.StreamsConsumed(Method);
        }

        _isStarted = true;
        RpcCallOptions options = (_proxy.Options ?? new RpcCallOptions()) with { Deadline = Deadline, Metadata = _metadata };
        _state.Start(options, CancellationToken, _enumeratorToken);
        await _state.Completed.ConfigureAwait(false);
        _state.ThrowIfFailed();
        _result = _decode?.Invoke();
        _succeeded = true;
    }
}
