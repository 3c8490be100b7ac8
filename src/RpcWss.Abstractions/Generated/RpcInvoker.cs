using System.ComponentModel;

namespace RpcWss.Generated;

/// <summary>Where a proxy's calls leave: a client or one connection. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RpcInvoker
{
    /// <summary>Begins a call of <paramref name="method"/>; the proxy writes the arguments into it and sends it.</summary>
    public abstract RpcOutgoingCall<TResult> Begin<TResult>(RpcProxy proxy, RpcMethodDescriptor method);

    /// <summary>Begins a call of a <paramref name="method"/> that has streams.</summary>
    public abstract RpcStreamingCall<TResult> BeginStreaming<TResult>(RpcProxy proxy, RpcMethodDescriptor method);
}
