using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;

namespace RpcWss.Conformance.Sides;

/// <summary>The called side in this process.</summary>
internal sealed class LocalCallee(Side side, RpcConnection connection) : ICallee
{
    public IBoard Board => side.Board;

    public async ValueTask<string[]> RestAsync() => await Settle.UntilEmptyAsync(() => Leaks.Of(connection));

    public async ValueTask<SideReport> EndAsync()
    {
        await connection.Completion;
        return SideReport.Of(await RestAsync(), side.Log);
    }
}
