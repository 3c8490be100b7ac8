using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Conformance.Wires;

/// <summary>Two sides of this process, back to back.</summary>
internal static class MemoryWire
{
    private static readonly TimeSpan _halfRoundTrip = TimeSpan.FromMilliseconds(10);

    public static Pair Connect(Side caller, Side callee, CaseSettings settings)
    {
        var sent = new FrameLog();
        InMemoryTransportOptions options = OptionsOf(settings.Wire);
        InMemoryTransportOptions recorded = options with { OnSend = message => Record(sent, message) };
        bool toServer = settings.Direction == Direction.ToServer;
        var (client, server) = InMemoryTransport.CreatePair(toServer ? recorded : options, toServer ? options : recorded);
        RpcConnection clients = (toServer ? caller : callee).Start(client, PeerRole.Client);
        RpcConnection servers = (toServer ? callee : caller).Start(server, PeerRole.Server);
        return new Pair(caller, toServer ? clients : servers, new LocalCallee(callee, toServer ? servers : clients), sent, () => default);
    }

    public static InMemoryTransportOptions OptionsOf(Wire wire) => wire switch
    {
        Wire.Delayed => new InMemoryTransportOptions { Latency = _halfRoundTrip },
        Wire.SingleBytes => new InMemoryTransportOptions { MaxReadSize = 1 },
        _ => new InMemoryTransportOptions(),
    };

    private static ValueTask<byte[]?> Record(FrameLog log, byte[] message)
    {
        log.Add(message);
        return new(message);
    }
}
