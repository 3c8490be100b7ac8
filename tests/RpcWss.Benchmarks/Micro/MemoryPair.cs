using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Services;
using RpcWss.Transport;

namespace RpcWss.Benchmarks.Micro;

/// <summary>Two real connections back to back in memory: what calls cost without sockets and TLS.</summary>
internal sealed class MemoryPair : IAsyncDisposable
{
    private readonly RpcConnection _client;
    private readonly RpcConnection _server;

    private MemoryPair(RpcConnection client, RpcConnection server, Measured service)
    {
        _client = client;
        _server = server;
        Service = service;
        Proxy = client.GetProxy<IMeasured>();
    }

    public IMeasured Proxy { get; }

    public Measured Service { get; }

    public static async Task<MemoryPair> OpenAsync()
    {
        var (clientEnd, serverEnd) = InMemoryTransport.CreatePair();
        var service = new Measured();
        var services = new ServiceTable();
        services.Add(new InstanceBinding<IMeasured>(service, flowsCallState: false));
        // As many calls as are made at once: nobody waits for the limit.
        var limits = new RpcLimits { MaxConcurrentCalls = 1024 };
        var server = RpcConnection.Start(serverEnd, new ConnectionSetup { Role = PeerRole.Server, Services = services, Limits = limits });
        var client = RpcConnection.Start(clientEnd, new ConnectionSetup { Role = PeerRole.Client, Limits = limits });
        await client.Opened;
        await server.Opened;
        return new MemoryPair(client, server, service);
    }

    /// <summary>Sends notes, no more at once than pools keep, and waits until they have arrived.</summary>
    public async Task NoteAsync(int count)
    {
        const int AtOnce = 50;
        int expected = Service.Notes;
        for (int note = 0; note < count; note++)
        {
            await Proxy.NoteAsync(note);
            expected++;
            if (note % AtOnce == AtOnce - 1 || note == count - 1)
            {
                while (Service.Notes != expected)
                {
                    // Something that takes as long as they do, and allocates nothing.
                    await Proxy.AddAsync(0, 0);
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _client.CloseAsync();
        await _server.CloseAsync();
    }
}
