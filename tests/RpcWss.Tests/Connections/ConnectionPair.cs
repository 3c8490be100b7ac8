using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Services;
using RpcWss.Transport;

namespace RpcWss.Tests.Connections;

/// <summary>Two real connections back to back in memory, each hosting a <see cref="Probe"/>. Disposing it proves that nothing is left over.</summary>
internal sealed class ConnectionPair : IAsyncDisposable
{
    private ConnectionPair(RpcConnection client, RpcConnection server, Probe clientProbe, Probe serverProbe)
    {
        Client = client;
        Server = server;
        ClientProbe = clientProbe;
        ServerProbe = serverProbe;
    }

    public RpcConnection Client { get; }

    public RpcConnection Server { get; }

    public Probe ClientProbe { get; }

    public Probe ServerProbe { get; }

    /// <summary>The server's service, as the client calls it.</summary>
    public IProbe Proxy => Client.GetProxy<IProbe>();

    /// <summary>The server's streams, as the client calls them.</summary>
    public IStreamProbe Streams => Client.GetProxy<IStreamProbe>();

    public static async Task<ConnectionPair> OpenAsync(
        Func<ConnectionSetup, ConnectionSetup>? client = null,
        Func<ConnectionSetup, ConnectionSetup>? server = null,
        InMemoryTransportOptions? fromClient = null,
        InMemoryTransportOptions? fromServer = null,
        bool flowsCallState = true,
        Func<MessageTransport, MessageTransport>? aroundServer = null)
    {
        (InMemoryTransport clientEnd, InMemoryTransport serverEnd) = InMemoryTransport.CreatePair(fromClient, fromServer);
        (Probe clientProbe, ConnectionSetup clientSetup) = Setup(PeerRole.Client, flowsCallState);
        (Probe serverProbe, ConnectionSetup serverSetup) = Setup(PeerRole.Server, flowsCallState);
        RpcConnection serverConnection = RpcConnection.Start(aroundServer?.Invoke(serverEnd) ?? serverEnd, server?.Invoke(serverSetup) ?? serverSetup);
        RpcConnection clientConnection = RpcConnection.Start(clientEnd, client?.Invoke(clientSetup) ?? clientSetup);
        await clientConnection.Opened;
        await serverConnection.Opened;
        return new ConnectionPair(clientConnection, serverConnection, clientProbe, serverProbe);
    }

    public async ValueTask DisposeAsync()
    {
        await Client.CloseAsync();
        await Server.CloseAsync();
        foreach (ConnectionCore core in new[] { Client.Core, Server.Core })
        {
            lock (core.Gate)
            {
                Assert.Equal(0, core.Calls.Count);
                Assert.Equal(0, core.RequestBudget.Reserved);
                Assert.Equal(0, core.ResponseBudget.Reserved);
                Assert.Equal(0, core.RequestStreams.Items.Reserved + core.RequestStreams.Growth);
                Assert.Equal(0, core.ResponseStreams.Items.Reserved + core.ResponseStreams.Growth);
            }
        }
    }

    private static (Probe Probe, ConnectionSetup Setup) Setup(PeerRole role, bool flowsCallState)
    {
        var probe = new Probe();
        var services = new ServiceTable();
        services.Add(new InstanceBinding<IProbe>(probe, flowsCallState));
        services.Add(new InstanceBinding<IStreamProbe>(probe.Streams, flowsCallState));
        return (probe, new ConnectionSetup { Role = role, Services = services });
    }
}
