using System.Security.Authentication;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Processes;

/// <summary>Two sides in two processes, over wss. The case runs at the calling side.</summary>
internal static class ProcessWire
{
    public static async Task<Pair> ConnectAsync(Side caller, ConformanceCase @case, CaseSettings settings)
    {
        PeerProcess peer = settings.Peer ?? throw new InvalidOperationException("A case over two processes was given none.");
        var callee = new RemoteCallee(peer);
        if (settings.Direction == Direction.ToServer)
        {
            string address = await peer.Control.HostAsync(@case.Name);
            RpcClient client = await LoopbackClient.ConnectAsync(new Uri(address), peer.Root, caller);
            return new Pair(caller, client.Connection, callee, null, () => default);
        }

        LoopbackHost host = await LoopbackHost.StartAsync(caller, SslProtocols.Tls13);
        await peer.Control.DialAsync(@case.Name, host.Address.AbsoluteUri, LoopbackCertificates.Root.RawData);
        return new Pair(caller, await caller.Observer.Opened, callee, null, host.DisposeAsync);
    }
}
