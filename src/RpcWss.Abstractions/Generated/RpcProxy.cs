using System.ComponentModel;

namespace RpcWss.Generated;

/// <summary>The base of every generated proxy. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RpcProxy
{
    /// <summary>Creates a proxy.</summary>
    protected RpcProxy(RpcInvoker invoker, RpcContractDescriptor contract, RpcCallOptions? options)
    {
        ArgumentNullException.ThrowIfNull(invoker);
        Invoker = invoker;
        Contract = contract;
        Options = options;
    }

    internal RpcInvoker Invoker { get; }

    internal RpcContractDescriptor Contract { get; }

    internal RpcCallOptions? Options { get; }

    /// <summary>What the connection last used knows of this contract; read and replaced by the invoker alone, atomically.</summary>
    internal object? Binding { get; set; }

    /// <summary>Begins a call of the method with this ordinal.</summary>
    protected RpcOutgoingCall<TResult> Begin<TResult>(RpcMethodDescriptor method) => Invoker.Begin<TResult>(this, method);

    /// <summary>Begins a call of a method that has streams.</summary>
    protected RpcStreamingCall<TResult> BeginStreaming<TResult>(RpcMethodDescriptor method) => Invoker.BeginStreaming<TResult>(this, method);

    /// <summary>Refuses a call context that a caller passed on: identity and metadata of an inbound call must not leak downstream.</summary>
    protected static void RequireNoContext(RpcCallContext? context)
    {
        if (context is not null)
        {
            throw new ArgumentException(
                "An RpcCallContext belongs to the call being served and cannot be passed to a proxy. Leave the argument out; use With(new RpcCallOptions { ... }) for the new call's own metadata.",
                nameof(context));
        }
    }
}
