namespace RpcWss.Contracts.Tests.Loopback;

/// <summary>A context that knows its method alone.</summary>
internal sealed class LoopbackContext(RpcMethodDescriptor method) : RpcCallContext
{
    public override RpcMethodDescriptor Method => method;

    public override RpcPeer Peer => throw new NotSupportedException();

    public override RpcMetadata RequestMetadata { get; } = new();

    public override RpcMetadata ResponseTrailers { get; } = new();

    public override DateTimeOffset? Deadline => null;

    public override CancellationToken CancellationToken => default;

    public override CancellationToken DrainingToken => default;

    public override void SendHeaders(RpcMetadata headers) => throw new NotSupportedException();
}
