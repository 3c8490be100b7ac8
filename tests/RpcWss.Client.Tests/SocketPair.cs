using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using RpcWss.Transport;

namespace RpcWss.Client.Tests;

/// <summary>Two WebSockets over one TCP connection, without the HTTP that would come before.</summary>
internal sealed class SocketPair : IAsyncDisposable
{
    private SocketPair(Socket client, Socket server)
    {
        ClientSocket = WebSocket.CreateFromStream(new NetworkStream(client, true), new WebSocketCreationOptions { KeepAliveInterval = TimeSpan.Zero });
        ServerSocket = WebSocket.CreateFromStream(
            new NetworkStream(server, true), new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = TimeSpan.Zero });
        Client = new WebSocketTransport(ClientSocket);
        Server = new WebSocketTransport(ServerSocket);
    }

    public WebSocket ClientSocket { get; }

    public WebSocket ServerSocket { get; }

    public WebSocketTransport Client { get; }

    public WebSocketTransport Server { get; }

    public static async Task<SocketPair> ConnectAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(listener.LocalEndpoint);
        return new SocketPair(client, await listener.AcceptSocketAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
    }
}
