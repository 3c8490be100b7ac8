using RpcWss.Generated;

namespace RpcWss.Client;

/// <summary>Where the calls of a client's proxies leave: through whatever connection the client has at that moment.</summary>
internal sealed class ClientInvoker(RpcConnection connection) : RpcInvoker
{
    public RpcConnection Connection { get; } = connection;

    public override RpcOutgoingCall<TResult> Begin<TResult>(RpcProxy proxy, RpcMethodDescriptor method) =>
        Connection.Invoker.Begin<TResult>(proxy, method);

    public override RpcStreamingCall<TResult> BeginStreaming<TResult>(RpcProxy proxy, RpcMethodDescriptor method) =>
        Connection.Invoker.BeginStreaming<TResult>(proxy, method);
}
