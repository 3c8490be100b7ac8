using System.Net;
using System.Net.Sockets;
using System.Text;
using RpcWss.Client.Tests;

namespace RpcWss.Tls.Tests.Hosts;

/// <summary>Connects to servers on loopback by any name: those that no DNS has go by way of a proxy that does not ask one.</summary>
internal sealed class Dialling : IAsyncDisposable
{
    private static readonly HashSet<string> _local = new(["localhost", "127.0.0.1"], StringComparer.OrdinalIgnoreCase);

    // What is slow here is the machine.
    private static readonly RpcLimits _patient = new() { HandshakeTimeout = TimeSpan.FromMinutes(1) };

    private readonly RawServer _proxy = RawServer.Start(null, TunnelAsync);

    public Task<RpcClient> ConnectAsync(string host, int port, TlsPolicy policy)
    {
        var options = new RpcClientOptions { Limits = _patient, Tls = policy, UseProxy = !_local.Contains(host), Proxy = new WebProxy("127.0.0.1", _proxy.Port) };
        return RpcClient.ConnectAsync(new Uri($"wss://{host}:{port}/rpc"), options, TestContext.Current.CancellationToken);
    }

    public Task<RpcConnectException> FailAsync(string host, int port, TlsPolicy policy) =>
        Assert.ThrowsAsync<RpcConnectException>(async () => await (await ConnectAsync(host, port, policy)).CloseAsync());

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();

    private static async Task TunnelAsync(Stream stream, CancellationToken cancellationToken)
    {
        string target = (await RawServer.ReadHeadAsync(stream, cancellationToken)).Split(' ')[1];
        await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\n\r\n"), cancellationToken);
        using var onward = new TcpClient();
        await onward.ConnectAsync(IPAddress.Loopback, int.Parse(target.Split(':')[^1]), cancellationToken);
        await Task.WhenAny(stream.CopyToAsync(onward.GetStream(), cancellationToken), onward.GetStream().CopyToAsync(stream, cancellationToken));
    }
}
