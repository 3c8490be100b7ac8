using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace RpcWss.AspNetCore.Tests;

/// <summary>A peer that a test scripts down to the bytes: no client would send most of this.</summary>
internal sealed class RawPeer : IDisposable
{
    /// <summary>A request that is accepted.</summary>
    public const string Upgrade =
        "GET /rpc HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + "Sec-WebSocket-Protocol: rpcwss.v1\r\n";

    private readonly Socket _socket;

    private RawPeer(Socket socket, Stream stream)
    {
        _socket = socket;
        Stream = stream;
    }

    public Stream Stream { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Connects, with TLS where the host has it.</summary>
    /// <param name="host">The host.</param>
    /// <param name="receiveBuffer">How much the kernel takes in before anything is read; null for its default.</param>
    public static async Task<RawPeer> ConnectAsync(TestHost host, int? receiveBuffer = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        if (receiveBuffer is { } size)
        {
            socket.ReceiveBufferSize = size;
        }

        await socket.ConnectAsync("127.0.0.1", host.Address.Port, Cancel);
        Stream stream = new NetworkStream(socket);
        if (host.Address.Scheme == "https")
        {
            var tls = new SslStream(stream, false, static (_, _, _, _) => true);
            await tls.AuthenticateAsClientAsync("localhost");
            stream = tls;
        }

        return new RawPeer(socket, stream);
    }

    /// <summary>Sends one request on a connection of its own.</summary>
    public static async Task<RawAnswer> SendAsync(TestHost host, string request)
    {
        using RawPeer peer = await ConnectAsync(host);
        return await peer.SendAsync(request);
    }

    /// <summary>Connects, opens a WebSocket and reads the host's HELLO.</summary>
    public static async Task<RawPeer> OpenAsync(TestHost host, int? receiveBuffer = null)
    {
        RawPeer peer = await ConnectAsync(host, receiveBuffer);
        Assert.Equal(101, (await peer.SendAsync(Upgrade + "\r\n")).Status);
        await peer.ReadFrameAsync();
        return peer;
    }

    public async Task<RawAnswer> SendAsync(string request)
    {
        await Stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        int status = int.Parse((await ReadLineAsync()).Split(' ')[1]);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync() is { Length: > 0 } line)
        {
            string[] parts = line.Split(": ", 2);
            headers[parts[0]] = parts[1];
        }

        return new RawAnswer(status, headers);
    }

    /// <summary>Sends one short binary message, with a mask of zeros.</summary>
    public async Task SendMessageAsync(params byte[] message) =>
        await Stream.WriteAsync((byte[])[0x82, (byte)(0x80 | message.Length), 0, 0, 0, 0, .. message], Cancel);

    /// <summary>Sends a HELLO that announces the least of everything.</summary>
    public Task SendHelloAsync() => SendMessageAsync(0x98, 0x00, 0x01, 0x00, 0x90, 0x00, 0xC0, 0xC0, 0xC0);

    /// <summary>Reads a server's short messages up to and with its Close, and returns that one's code.</summary>
    public async Task<int> ReadCloseAsync()
    {
        while (true)
        {
            (int opcode, byte[] payload) = await ReadFrameAsync();
            if (opcode == 8)
            {
                return (payload[0] << 8) | payload[1];
            }
        }
    }

    public void Dispose()
    {
        Stream.Dispose();
        _socket.Dispose();
    }

    private async Task<(int Opcode, byte[] Payload)> ReadFrameAsync()
    {
        byte[] header = new byte[2];
        await Stream.ReadExactlyAsync(header, Cancel);
        byte[] payload = new byte[header[1]];
        await Stream.ReadExactlyAsync(payload, Cancel);
        return (header[0] & 0x0F, payload);
    }

    private async Task<string> ReadLineAsync()
    {
        var line = new StringBuilder();
        byte[] one = new byte[1];
        while (await Stream.ReadAsync(one, Cancel) == 1 && one[0] != '\n')
        {
            line.Append((char)one[0]);
        }

        return line.ToString().TrimEnd('\r');
    }
}

internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers)
{
    public string Reason => Headers.GetValueOrDefault("RpcWss-Reason", "");
}
