using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RpcWss.Connections;
using RpcWss.Services;

namespace RpcWss.Authorization;

/// <summary>
/// A service some of whose methods are not for everybody: a caller is judged at each call, before its arguments are read and before there is an object of the service.
/// </summary>
internal sealed class GuardedBinding : ServiceBinding
{
    private readonly ServiceBinding _inner;
    private readonly MethodGuard?[] _guards;    // by ordinal; null where everybody may
    private readonly bool[] _denied;            // by ordinal

    private GuardedBinding(ServiceBinding inner, MethodGuard?[] guards, bool[] denied) : base(inner.Contract, inner.FlowsCallState)
    {
        _inner = inner;
        _guards = guards;
        _denied = denied;
    }

    /// <summary>The binding as it is where everybody may call everything.</summary>
    /// <exception cref="InvalidOperationException">Something is demanded, and the app has no authorization; or what is demanded cannot be read.</exception>
    public static ServiceBinding Around(ServiceBinding inner, MethodDemand[] demands, bool deniesUnmarked, IServiceProvider provider, ILogger logger)
    {
        // Without the app's authorization nothing can be demanded, which a run that is not trimmed tells.
        if (demands.Any(demand => !demand.IsReadable) && provider.GetService<IAuthorizationPolicyProvider>() is not null)
        {
            throw new InvalidOperationException(
                $"What the service of {inner.Contract.Name} demands of its callers cannot be read: methods were trimmed away. Host it with AddService<TContract, TService>(), and keep the methods of the contract's bases with [DynamicDependency].");
        }

        bool[] denied = [.. demands.Select(demand => deniesUnmarked && demand.IsUnmarked)];
        if (denied.Contains(true))
        {
            AuthorizationLog.Denied(logger, string.Join(", ", inner.Contract.Methods.Where(method => denied[method.Ordinal])));
        }

        if (demands.All(demand => demand.IsAnybody))
        {
            return denied.Contains(true) ? new GuardedBinding(inner, new MethodGuard?[demands.Length], denied) : inner;
        }

        IAuthorizationPolicyProvider policies = provider.GetService<IAuthorizationPolicyProvider>() ?? throw new InvalidOperationException(
            $"The service of {inner.Contract.Name} demands authorization with [Authorize], and the app has none. Call builder.Services.AddAuthorization().");
        var scopes = provider.GetRequiredService<IServiceScopeFactory>();
        MethodGuard?[] guards = [.. demands.Select(demand => demand.IsAnybody ? null : new MethodGuard(demand, scopes, policies, logger))];
        return new GuardedBinding(inner, guards, denied);
    }

    public override ValueTask DispatchAsync(int method, IncomingCall call)
    {
        if (_denied[method])
        {
            throw new RpcException(RpcStatusCode.PermissionDenied, $"Nobody may call {Contract.Methods[method].FullName}.");
        }

        return _guards[method] is { } guard ? GuardedAsync(guard, method, call) : _inner.DispatchAsync(method, call);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask GuardedAsync(MethodGuard guard, int method, IncomingCall call)
    {
        await guard.CheckAsync(call).ConfigureAwait(false);
        await _inner.DispatchAsync(method, call).ConfigureAwait(false);
    }
}
