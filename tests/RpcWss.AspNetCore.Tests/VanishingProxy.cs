using System.Net;
using System.Net.Sockets;

namespace RpcWss.AspNetCore.Tests;

/// <summary>Stands between the ends of one connection and cuts it without a word to either.</summary>
internal sealed class VanishingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task<(Socket Near, Socket Far)> _sockets;

    public VanishingProxy(int port)
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _sockets = ConnectAsync(port);
    }

    public int Port { get; }

    /// <summary>Resets both connections.</summary>
    public void Cut()
    {
        (Socket near, Socket far) = _sockets.Result;
        near.Close(0);
        far.Close(0);
    }

    public void Dispose() => _listener.Stop();

    private async Task<(Socket Near, Socket Far)> ConnectAsync(int port)
    {
        Socket near = await _listener.AcceptSocketAsync();
        var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await far.ConnectAsync(IPAddress.Loopback, port);
        _ = PumpAsync(near, far);
        _ = PumpAsync(far, near);
        return (near, far);
    }

    private static async Task PumpAsync(Socket from, Socket to)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and int count)
            {
                await to.SendAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It was cut.
        }
    }
}
