using RpcWss.Connections;
using RpcWss.Fuzz.Services;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Fuzz.Traffic;

/// <summary>Records what two proper sides say to each other: one conversation of each kind and side.</summary>
internal static class Recorder
{
    public static async Task<IReadOnlyList<Conversation>> RecordAsync()
    {
        var recorded = new List<Conversation>();
        foreach (var (name, call) in ProperCalls.All)
        {
            recorded.AddRange(await RecordAsync(name, client => OutcomeAsync(call(client, default))));
        }

        return recorded;
    }

    private static async Task<Conversation[]> RecordAsync(string name, Func<RpcConnection, Task> converse)
    {
        List<byte[]> said = [], answered = [];
        var (first, second) = InMemoryTransport.CreatePair(Recording(said), Recording(answered));
        RpcConnection client = RpcConnection.Start(first, new ConnectionSetup { Role = PeerRole.Client, Services = HostedTable.Shared });
        RpcConnection server = RpcConnection.Start(second, new ConnectionSetup { Role = PeerRole.Server, Services = HostedTable.Shared });
        await Task.WhenAll(client.Opened, server.Opened);
        await converse(client);
        await client.CloseAsync();
        await server.Completion;
        return [new Conversation($"{name}-client", PeerRole.Client, said), new Conversation($"{name}-server", PeerRole.Server, answered)];
    }

    private static async Task OutcomeAsync(Task call)
    {
        try
        {
            await call;
        }
        catch (Exception error) when (error is RpcException or OperationCanceledException)
        {
            // A failure is part of what is recorded.
        }
    }

    private static InMemoryTransportOptions Recording(List<byte[]> messages) => new()
    {
        OnSend = message =>
        {
            messages.Add(message);
            return new(message);
        },
    };
}
