using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Services;
using RpcWss.Transport;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>Two peers of the real engine, back to back in memory: one calls, the other hosts.</summary>
internal sealed class MemoryPeers : IAsyncDisposable
{
    private readonly RpcConnection _host;

    private MemoryPeers(RpcConnection caller, RpcConnection host)
    {
        Caller = caller;
        _host = host;
    }

    public RpcConnection Caller { get; }

    public static async Task<MemoryPeers> OpenAsync(ServiceTable services)
    {
        var (client, server) = InMemoryTransport.CreatePair();
        var host = RpcConnection.Start(server, new ConnectionSetup { Role = PeerRole.Server, Services = services, DetailedErrors = true });
        var caller = RpcConnection.Start(client, new ConnectionSetup { Role = PeerRole.Client });
        await caller.Opened;
        await host.Opened;
        return new MemoryPeers(caller, host);
    }

    public async ValueTask DisposeAsync()
    {
        await Caller.CloseAsync();
        await _host.CloseAsync();
        Assert.Null(Caller.Error);
        Assert.Null(_host.Error);
    }
}
