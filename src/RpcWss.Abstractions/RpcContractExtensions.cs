using RpcWss.Generated;

namespace RpcWss;

/// <summary>Views of a contract's proxy.</summary>
public static class RpcContractExtensions
{
    /// <summary>
    /// A view of <paramref name="proxy"/> whose calls use <paramref name="options"/>. Cheap: one small object, no connection of
    /// its own. Options replace those of an earlier view as a whole. What is not a proxy, such as a test double, is
    /// returned as it is. Thread-safe.
    /// </summary>
    /// <example><code>Order order = await orders.With(new RpcCallOptions { Deadline = TimeSpan.FromSeconds(1) }).GetAsync(id);</code></example>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static TContract With<TContract>(this TContract proxy, RpcCallOptions options)
        where TContract : class, IRpcContract<TContract>
    {
        ArgumentNullException.ThrowIfNull(proxy);
        ArgumentNullException.ThrowIfNull(options);
        return proxy is RpcProxy generated ? TContract.__RpcCreateProxy(generated.Invoker, options) : proxy;
    }
}
