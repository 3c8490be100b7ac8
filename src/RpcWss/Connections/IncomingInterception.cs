namespace RpcWss.Connections;

/// <summary>A call of the peer on its way through the interceptors.</summary>
internal sealed class IncomingInterception : RpcInterceptedCall
{
    private readonly ConnectionCore _core;
    private readonly IncomingCall _call;
    private bool _isDispatched;
    private bool _succeeded;

    private IncomingInterception(ConnectionCore core, IncomingCall call)
    {
        _core = core;
        _call = call;
        Method = call.Hosted.Descriptor;
        Metadata = call.RequestMetadata ??= [];
        CancellationToken = call.CancellationToken;
        Deadline = call.Due == Connections.Deadline.None ? null : Connections.Deadline.Remaining(core.Time, core.Now, call.Due);
    }

    public override RpcMethodDescriptor Method { get; }

    public override bool IsOutgoing => false;

    public override RpcPeer? Peer => _core.Connection.Peer;

    public override RpcMetadata Metadata { get; }

    public override TimeSpan? Deadline { get; set; }

    public override CancellationToken CancellationToken { get; }

    public static async ValueTask RunAsync(ConnectionCore core, IncomingCall call)
    {
        var interception = new IncomingInterception(core, call);
        await InterceptorChain.RunAsync(core.Setup.IncomingInterceptors, interception, interception.DispatchAsync).ConfigureAwait(false);
        if (!interception._succeeded)
        {
            throw InterceptorChain.NoOutcome(interception.Method);
        }
    }

    public override object?[] GetArguments()
    {
        var reader = _call.Arguments.CreateReader();
        return Method.ReadArguments(ref reader);
    }

    public override object? GetResult() => null;

    private async ValueTask DispatchAsync(RpcInterceptedCall call)
    {
        if (_isDispatched && Method.IsStreaming)
        {
            throw InterceptorChain.StreamsConsumed(Method);
        }

        _isDispatched = true;
        _succeeded = false;
        _call.ResultBytes.Clear();
        await _call.DispatchAsync().ConfigureAwait(false);
        _succeeded = true;
    }
}
