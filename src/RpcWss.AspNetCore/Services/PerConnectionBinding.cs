using Microsoft.Extensions.DependencyInjection;
using RpcWss.Connections;

namespace RpcWss.Services;

/// <summary>One service object for each connection, from the connection's scope.</summary>
internal sealed class PerConnectionBinding<TContract, TService>(ConnectionScopes scopes, bool flowsCallState)
    : ServiceBinding(TContract.__RpcDescriptor, flowsCallState)
    where TContract : class, IRpcContract<TContract>
    where TService : class, TContract
{
    public override ValueTask DispatchAsync(int method, IncomingCall call) =>
        TContract.__RpcDispatchAsync(scopes.For(call.Connection).GetRequiredService<TService>(), method, call);
}
