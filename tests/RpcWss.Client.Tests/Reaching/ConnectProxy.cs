using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RpcWss.Client.Tests.Reaching;

/// <summary>A proxy for HTTP CONNECT (RFC 9110 §9.3.6). Whatever it is asked for, it tunnels to the one port.</summary>
internal sealed class ConnectProxy : IAsyncDisposable
{
    private readonly int _target;
    private readonly string? _authorization;
    private readonly string _refusal;
    private readonly RawServer _server;

    /// <param name="target">Where tunnels lead; 0 for nowhere.</param>
    /// <param name="credentials">The credentials, as "user:password", that are demanded; null for none.</param>
    /// <param name="refusal">The status line with which everything is refused; empty where nothing is.</param>
    public ConnectProxy(int target, string? credentials = null, string refusal = "")
    {
        _target = target;
        _authorization = credentials is null ? null : $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))}\r\n";
        _refusal = refusal;
        _server = RawServer.Start(null, ServeAsync);
    }

    public int Port => _server.Port;

    /// <summary>The requests' heads.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public WebProxy Use(NetworkCredential? credentials = null) => new("127.0.0.1", Port) { Credentials = credentials };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Copies both ways until one side ends.</summary>
    public static async Task TunnelAsync(Stream stream, int target, CancellationToken cancellationToken)
    {
        using var onward = new TcpClient();
        await onward.ConnectAsync(IPAddress.Loopback, target, cancellationToken);
        await Task.WhenAny(stream.CopyToAsync(onward.GetStream(), cancellationToken), onward.GetStream().CopyToAsync(stream, cancellationToken));
    }

    private async Task ServeAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (await RawServer.ReadHeadAsync(stream, cancellationToken) is { Length: > 0 } head)
        {
            Requests.Enqueue(head);
            if (_refusal.Length > 0)
            {
                await AnswerAsync(stream, $"{_refusal}\r\nContent-Length: 0", cancellationToken);
            }
            else if (_authorization is not null && !head.Contains(_authorization, StringComparison.Ordinal))
            {
                await AnswerAsync(stream, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0", cancellationToken);
            }
            else
            {
                await AnswerAsync(stream, "200 Connected", cancellationToken);
                await TunnelAsync(stream, _target, cancellationToken);
                return;
            }
        }
    }

    private static async Task AnswerAsync(Stream stream, string answer, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\n\r\n"), cancellationToken);
}
