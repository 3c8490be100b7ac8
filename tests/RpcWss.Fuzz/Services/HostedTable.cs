using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Services;
using RpcWss.Fuzz.Contracts;
using RpcWss.Services;

namespace RpcWss.Fuzz.Services;

/// <summary>What every connection here hosts: real services behind generated dispatchers. Made once, since none of them holds state.</summary>
internal static class HostedTable
{
    public static ServiceTable Shared { get; } = Create();

    private static ServiceTable Create()
    {
        var table = new ServiceTable();
        table.Add(new InstanceBinding<ITarget>(new TargetService(), flowsCallState: true));
        table.Add(new InstanceBinding<ILedger>(new LedgerService(), flowsCallState: true));
        table.Add(new InstanceBinding<IShapes>(new ShapesService(), flowsCallState: true));
        return table;
    }
}
