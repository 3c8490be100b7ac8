using System.Net;
using System.Text;

namespace RpcWss.Client.Tests.Reaching;

/// <summary>A SOCKS5 proxy (RFC 1928) to the letter. Whatever it is asked for, it tunnels to the one port.</summary>
internal sealed class SocksProxy : IAsyncDisposable
{
    private const byte Version = 5;
    private const byte NoAuthentication = 0;
    private const byte UserAndPassword = 2;
    private const byte NoneAcceptable = 0xFF;
    private const byte DomainName = 3;

    /// <summary>The version of the exchange of user and password (RFC 1929 §2).</summary>
    private const byte AuthenticationVersion = 1;

    private readonly int _target;
    private readonly string? _credentials;
    private readonly byte _reply;
    private readonly RawServer _server;

    /// <param name="target">Where tunnels lead.</param>
    /// <param name="credentials">The credentials, as "user:password", that are demanded; null for none.</param>
    /// <param name="reply">How requests are answered: 0 for success, 2 for not allowed.</param>
    public SocksProxy(int target, string? credentials = null, byte reply = 0)
    {
        _target = target;
        _credentials = credentials;
        _reply = reply;
        _server = RawServer.Start(null, ServeAsync);
    }

    public int Port => _server.Port;

    /// <summary>What was asked for first, as host:port.</summary>
    public TaskCompletionSource<string> Asked { get; } = new();

    public WebProxy Use(NetworkCredential? credentials = null) => new($"socks5://127.0.0.1:{Port}") { Credentials = credentials };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] methods = await ReadCountedAsync(stream, 1, cancellationToken);
        byte method = _credentials is null ? NoAuthentication : UserAndPassword;
        bool offered = methods.Contains(method);
        await stream.WriteAsync(new byte[] { Version, offered ? method : NoneAcceptable }, cancellationToken);
        if (!offered || (_credentials is not null && !await AuthenticateAsync(stream, cancellationToken)))
        {
            return;
        }

        byte[] head = new byte[4];
        await stream.ReadExactlyAsync(head, cancellationToken);
        string host = head[3] == DomainName
            ? Encoding.ASCII.GetString(await ReadCountedAsync(stream, 0, cancellationToken))
            : new IPAddress(await ReadAsync(stream, head[3] == 1 ? 4 : 16, cancellationToken)).ToString();
        byte[] port = await ReadAsync(stream, 2, cancellationToken);
        Asked.TrySetResult($"{host}:{(port[0] << 8) | port[1]}");
        await stream.WriteAsync(new byte[] { Version, _reply, 0, 1, 127, 0, 0, 1, 0, 0 }, cancellationToken);
        if (_reply == 0)
        {
            await ConnectProxy.TunnelAsync(stream, _target, cancellationToken);
        }
    }

    private async Task<bool> AuthenticateAsync(Stream stream, CancellationToken cancellationToken)
    {
        string user = Encoding.UTF8.GetString(await ReadCountedAsync(stream, 1, cancellationToken));
        string password = Encoding.UTF8.GetString(await ReadCountedAsync(stream, 0, cancellationToken));
        bool accepted = $"{user}:{password}" == _credentials;
        await stream.WriteAsync(new byte[] { AuthenticationVersion, accepted ? (byte)0 : (byte)1 }, cancellationToken);
        return accepted;
    }

    /// <summary>Reads what has its length before it, and as many bytes before that.</summary>
    private static async Task<byte[]> ReadCountedAsync(Stream stream, int before, CancellationToken cancellationToken)
    {
        byte[] head = await ReadAsync(stream, before + 1, cancellationToken);
        return await ReadAsync(stream, head[before], cancellationToken);
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int count, CancellationToken cancellationToken)
    {
        byte[] read = new byte[count];
        await stream.ReadExactlyAsync(read, cancellationToken);
        return read;
    }
}
