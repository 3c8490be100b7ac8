using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Processes;

/// <summary>The called side in the other process.</summary>
internal sealed class RemoteCallee(PeerProcess peer) : ICallee
{
    public IBoard Board => peer.Board;

    public ValueTask<string[]> RestAsync() => peer.Control.RestAsync();

    public ValueTask<SideReport> EndAsync() => peer.Control.EndAsync();
}
