using RpcWss.Connections;

namespace RpcWss.Services;

/// <summary>One service object for all calls.</summary>
internal sealed class InstanceBinding<TContract>(TContract service, bool flowsCallState)
    : ServiceBinding(TContract.__RpcDescriptor, flowsCallState)
    where TContract : class, IRpcContract<TContract>
{
    public override ValueTask DispatchAsync(int method, IncomingCall call) => TContract.__RpcDispatchAsync(service, method, call);
}
