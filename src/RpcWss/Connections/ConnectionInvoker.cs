using RpcWss.Connections.Streams;
using RpcWss.Generated;

namespace RpcWss.Connections;

/// <summary>Begins calls on one connection.</summary>
internal sealed class ConnectionInvoker(ConnectionCore core) : RpcInvoker
{
    private Dictionary<RpcContractDescriptor, OutgoingContract>? _contracts;     // by compare-and-swap; under itself

    public override RpcOutgoingCall<TResult> Begin<TResult>(RpcProxy proxy, RpcMethodDescriptor method)
    {
        // A proxy outlives a connection when a client holds it; then it finds its way anew.
        return OutgoingCall<TResult>.Rent(core, proxy, ContractOf(proxy).Methods[method.Ordinal]);
    }

    public override RpcStreamingCall<TResult> BeginStreaming<TResult>(RpcProxy proxy, RpcMethodDescriptor method) =>
        new StreamingCall<TResult>(core, proxy, ContractOf(proxy).Methods[method.Ordinal]);

    private OutgoingContract ContractOf(RpcProxy proxy) => proxy.Binding as OutgoingContract is { } bound && bound.Core == core ? bound : Bind(proxy);

    private OutgoingContract Bind(RpcProxy proxy)
    {
        Dictionary<RpcContractDescriptor, OutgoingContract> contracts = _contracts ?? Interlocked.CompareExchange(ref _contracts, [], null) ?? _contracts;
        lock (contracts)
        {
            if (!contracts.TryGetValue(proxy.Contract, out OutgoingContract? contract))
            {
                contracts.Add(proxy.Contract, contract = new OutgoingContract(core, proxy.Contract));
            }

            proxy.Binding = contract;
            return contract;
        }
    }
}
