using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using RpcWss.Connections;

namespace RpcWss.Services;

/// <summary>One scope and one service object for each call.</summary>
internal sealed class ScopedBinding<TContract, TService>(IServiceScopeFactory scopes, bool flowsCallState)
    : ServiceBinding(TContract.__RpcDescriptor, flowsCallState)
    where TContract : class, IRpcContract<TContract>
    where TService : class, TContract
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask DispatchAsync(int method, IncomingCall call)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            scope.ServiceProvider.GetRequiredService<InjectedCall>().Call = call;
            TContract service = scope.ServiceProvider.GetRequiredService<TService>();
            await TContract.__RpcDispatchAsync(service, method, call).ConfigureAwait(false);
        }
    }
}
