using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace RpcWss.Client.Tests;

/// <summary>A server that a test scripts down to the bytes: TLS by choice, then whatever <c>serve</c> does with the stream.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Func<Stream, CancellationToken, Task> _serve;
    private readonly SslServerAuthenticationOptions? _tls;
    private readonly Task _accepting;
    private int _accepted;

    private RawServer(SslServerAuthenticationOptions? tls, Func<Stream, CancellationToken, Task> serve)
    {
        _tls = tls;
        _serve = serve;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Uri => new($"wss://localhost:{Port}/rpc");

    /// <summary>How many connections have come.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>A port where nothing listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static RawServer Start(SslServerAuthenticationOptions? tls, Func<Stream, CancellationToken, Task> serve) => new(tls, serve);

    /// <summary>Reads a request and gives an answer.</summary>
    public static RawServer Answering(SslServerAuthenticationOptions tls, string answer) =>
        new(tls, async (stream, cancellationToken) =>
        {
            await AnswerAsync(stream, answer, cancellationToken);
            await ReadToEndAsync(stream, cancellationToken);
        });

    /// <summary>Opens a WebSocket in due form, then does what it is told.</summary>
    public static RawServer Upgrading(SslServerAuthenticationOptions tls, Func<Stream, CancellationToken, Task> serve) =>
        new(tls, async (stream, cancellationToken) =>
        {
            await AnswerAsync(
                stream,
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\nSec-WebSocket-Protocol: rpcwss.v1\r\n\r\n",
                cancellationToken);
            await serve(stream, cancellationToken);
        });

    public static async Task<string> ReadHeadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, cancellationToken) == 1)
        {
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    public static async Task ReadToEndAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[1024];
        while (await stream.ReadAsync(buffer, cancellationToken) > 0)
        {
        }
    }

    /// <summary>Reads a client's WebSocket frames, which are short here, until its Close, and answers that (RFC 6455 §5.2).</summary>
    public static async Task ReadToCloseAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] header = new byte[2];
        do
        {
            await stream.ReadExactlyAsync(header, cancellationToken);
            // The mask's bit, then the length; the mask itself has four bytes.
            await stream.ReadExactlyAsync(new byte[(header[1] & 0x7F) + 4], cancellationToken);
        }
        while ((header[0] & 0x0F) != 8);

        await stream.WriteAsync(new byte[] { 0x88, 0x00 }, cancellationToken);
    }

    private static async Task AnswerAsync(Stream stream, string answer, CancellationToken cancellationToken)
    {
        string request = await ReadHeadAsync(stream, cancellationToken);
        string key = request.Split("\r\n").First(line => line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase)).Split(':')[1].Trim();
        byte[] accept = SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer.Replace("{accept}", Convert.ToBase64String(accept))), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _accepted);
                _connections.Add(ServeAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream stream = client.GetStream();
                if (_tls is not null)
                {
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(_tls, _stop.Token);
                    stream = secure;
                }

                await _serve(stream, _stop.Token);
            }
            catch (Exception)
            {
                // What the client makes of it is what the tests look at.
            }
        }
    }
}
