using System.Security.Authentication;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Wires;

/// <summary>Two sides of this process over a real server and real TLS.</summary>
internal static class LoopbackWire
{
    public static async Task<Pair> ConnectAsync(Side caller, Side callee, CaseSettings settings)
    {
        SslProtocols protocol = settings.Wire == Wire.LoopbackTls12 ? SslProtocols.Tls12 : SslProtocols.Tls13;
        bool toServer = settings.Direction == Direction.ToServer;
        Side clients = toServer ? caller : callee, servers = toServer ? callee : caller;
        LoopbackHost host = await LoopbackHost.StartAsync(servers, protocol);
        RpcClient client = await LoopbackClient.ConnectAsync(host.Address, LoopbackCertificates.Root, clients);
        RpcConnection accepted = await servers.Observer.Opened;
        Check.Equal(protocol, client.Connection.Security.Protocol, "the TLS version");
        var local = new LocalCallee(callee, toServer ? accepted : client.Connection);
        return new Pair(caller, toServer ? client.Connection : accepted, local, null, host.DisposeAsync);
    }
}
