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

    /// <summary>Opens both ends, with no more than a call needs unless told otherwise.</summary>
    /// <param name="client">Changes what the calling end is started with.</param>
    /// <param name="server">Changes what the serving end is started with.</param>
    /// <param name="flowsCallState">Whether calls that the service makes inherit from the one that it serves.</param>
    public static async Task<MemoryPair> OpenAsync(
        Func<ConnectionSetup, ConnectionSetup>? client = null, Func<ConnectionSetup, ConnectionSetup>? server = null, bool flowsCallState = false)
    {
        var (clientEnd, serverEnd) = InMemoryTransport.CreatePair();
        var service = new Measured();
        var services = new ServiceTable();
        services.Add(new InstanceBinding<IMeasured>(service, flowsCallState));
        // As many calls as are made at once: nobody waits for the limit.
        var limits = new RpcLimits { MaxConcurrentCalls = 1024 };
        var serving = new ConnectionSetup { Role = PeerRole.Server, Services = services, Limits = limits };
        var calling = new ConnectionSetup { Role = PeerRole.Client, Limits = limits };
        RpcConnection serverSide = RpcConnection.Start(serverEnd, server?.Invoke(serving) ?? serving);
        RpcConnection clientSide = RpcConnection.Start(clientEnd, client?.Invoke(calling) ?? calling);
        await clientSide.Opened;
        await serverSide.Opened;
        return new MemoryPair(clientSide, serverSide, service);
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
