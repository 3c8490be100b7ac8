using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace RpcWss.AspNetCore.Tests;

/// <summary>Sends a request as text, since no client would send most of these, and reads the answer.</summary>
internal static class RawRequest
{
    /// <summary>A request that is accepted.</summary>
    public const string Upgrade =
        "GET /rpc HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + "Sec-WebSocket-Protocol: rpcwss.v1\r\n";

    public static async Task<RawAnswer> SendAsync(TestHost host, string request)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", host.Address.Port, cancellationToken);
        Stream stream = client.GetStream();
        if (host.Address.Scheme == "https")
        {
            var tls = new SslStream(stream, false, static (_, _, _, _) => true);
            await tls.AuthenticateAsClientAsync("localhost");
            stream = tls;
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        int status = int.Parse((await reader.ReadLineAsync(cancellationToken))!.Split(' ')[1]);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            string[] parts = line.Split(": ", 2);
            headers[parts[0]] = parts[1];
        }

        return new RawAnswer(status, headers);
    }
}

internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers)
{
    public string Reason => Headers.GetValueOrDefault("RpcWss-Reason", "");
}
