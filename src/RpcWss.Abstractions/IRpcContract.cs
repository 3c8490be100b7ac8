using System.ComponentModel;
using RpcWss.Generated;

namespace RpcWss;

/// <summary>
/// What the source generator adds to an interface marked with <see cref="RpcContractAttribute"/>. The members are static and
/// implemented in the interface itself: a class that implements the contract, or a mock of it, sees only the user's own members.
/// </summary>
/// <typeparam name="TSelf">The contract interface.</typeparam>
public interface IRpcContract<TSelf> where TSelf : class, IRpcContract<TSelf>
{
    /// <summary>Describes the contract and its methods.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract RpcContractDescriptor __RpcDescriptor { get; }

    /// <summary>Creates a proxy whose calls leave through <paramref name="invoker"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TSelf __RpcCreateProxy(RpcInvoker invoker, RpcCallOptions? options);

    /// <summary>
    /// Reads the arguments of <paramref name="call"/>, calls the method with the ordinal <paramref name="method"/> on
    /// <paramref name="service"/>, and writes its result.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ValueTask __RpcDispatchAsync(TSelf service, int method, RpcIncomingCall call);
}
