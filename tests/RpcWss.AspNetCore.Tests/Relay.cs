using System.Net;
using System.Net.Sockets;

namespace RpcWss.AspNetCore.Tests;

/// <summary>Stands before a host and counts the TCP connections, each of which is a TLS handshake.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<(Task Done, Socket Near)> _connections = [];
    private readonly Task _accepting;

    public Relay(TestHost host)
    {
        _listener.Start();
        Uri = new Uri($"wss://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/rpc");
        _accepting = AcceptAsync(host.Address.Port);
    }

    /// <summary>The endpoint, through here.</summary>
    public Uri Uri { get; }

    public int Connections
    {
        get
        {
            lock (_connections)
            {
                return _connections.Count;
            }
        }
    }

    /// <summary>Completes when each connection that came has been closed by its client.</summary>
    public Task ClosedAsync()
    {
        lock (_connections)
        {
            return Task.WhenAll(_connections.Select(connection => connection.Done));
        }
    }

    /// <summary>Resets every connection.</summary>
    public void Cut()
    {
        lock (_connections)
        {
            _connections.ForEach(connection => connection.Near.Close(0));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        Cut();
    }

    private async Task AcceptAsync(int port)
    {
        try
        {
            while (true)
            {
                Socket near = await _listener.AcceptSocketAsync();
                lock (_connections)
                {
                    _connections.Add((ServeAsync(near, port), near));
                }
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It was stopped.
        }
    }

    private static async Task ServeAsync(Socket near, int port)
    {
        using var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, port);
            Task back = PumpAsync(far, near);
            await PumpAsync(near, far);
            far.Shutdown(SocketShutdown.Send);
            await back;
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It was cut.
        }
    }

    private static async Task PumpAsync(Socket from, Socket to)
    {
        byte[] buffer = new byte[16 * 1024];
        while (await from.ReceiveAsync(buffer) is > 0 and int count)
        {
            await to.SendAsync(buffer.AsMemory(0, count));
        }
    }
}
