namespace RpcWss.Connections;

/// <summary>A contract of the peer as one connection knows it; proxies keep it to find their methods by ordinal.</summary>
internal sealed class OutgoingContract(ConnectionCore core, RpcContractDescriptor contract)
{
    public ConnectionCore Core { get; } = core;

    public OutgoingMethod[] Methods { get; } = [.. contract.Methods.Select(method => new OutgoingMethod(method))];
}
