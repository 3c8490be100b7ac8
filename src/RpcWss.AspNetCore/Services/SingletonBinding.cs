using Microsoft.Extensions.DependencyInjection;
using RpcWss.Connections;

namespace RpcWss.Services;

/// <summary>One service object for the host, from the container at the first call.</summary>
internal sealed class SingletonBinding<TContract, TService>(IServiceProvider provider, bool flowsCallState)
    : ServiceBinding(TContract.__RpcDescriptor, flowsCallState)
    where TContract : class, IRpcContract<TContract>
    where TService : class, TContract
{
    private TContract? _service;

    public override ValueTask DispatchAsync(int method, IncomingCall call) =>
        TContract.__RpcDispatchAsync(_service ??= provider.GetRequiredService<TService>(), method, call);
}
