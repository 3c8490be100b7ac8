using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace RpcWss.Client.Tests;

/// <summary>From the name to the open socket: each step fails in its own way, and all of them together within one time.</summary>
public sealed class ReachingTests(Certificates certificates)
{
    [Fact]
    public async Task A_name_that_does_not_exist_is_said_to_be_unresolvable()
    {
        RpcConnectException error = await Connecting.FailAsync(new Uri("wss://no-such-host.invalid/rpc"), certificates.Options());

        Assert.Equal(RpcConnectFailure.NameResolution, error.Reason);
        Assert.StartsWith("The name no-such-host.invalid cannot be resolved (", error.Message);
    }

    [Fact]
    public async Task A_port_where_nothing_listens_is_said_to_refuse()
    {
        int port = FreePort();

        RpcConnectException error = await Connecting.FailAsync(new Uri($"wss://127.0.0.1:{port}/rpc"), certificates.Options());

        Assert.Equal(RpcConnectFailure.ConnectionRefused, error.Reason);
        Assert.Equal($"Nothing listens at 127.0.0.1, port {port}. Start the server or check the port.", error.Message);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_the_request_is_given_up()
    {
        var arrived = new TaskCompletionSource();
        await using RawServer server = RawServer.Start(certificates.Serve(certificates.Test.Server), async (stream, cancellationToken) =>
        {
            await RawServer.ReadHeadAsync(stream, cancellationToken);
            arrived.SetResult();
            await RawServer.ReadToEndAsync(stream, cancellationToken);
        });

        RpcConnectException error = await TimeOutAsync(server, arrived.Task);

        Assert.Contains("took longer than 10 s, while the answer to the WebSocket request was awaited.", error.Message);
    }

    [Fact]
    public async Task Giving_up_by_token_is_a_cancellation()
    {
        using var giveUp = new CancellationTokenSource();
        await using RawServer server = RawServer.Start(null, async (stream, cancellationToken) =>
        {
            await stream.ReadExactlyAsync(new byte[16], cancellationToken);
            await giveUp.CancelAsync();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RpcClient.ConnectAsync(server.Uri, certificates.Options(), giveUp.Token));
    }

    [Fact]
    public async Task A_proxy_that_refuses_is_told_from_the_server()
    {
        await using RawServer proxy = RawServer.Start(null, async (stream, cancellationToken) =>
        {
            await RawServer.ReadHeadAsync(stream, cancellationToken);
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"), cancellationToken);
            await RawServer.ReadToEndAsync(stream, cancellationToken);
        });

        RpcConnectException error = await Connecting.FailAsync(new Uri("wss://orders.example/rpc"), Through(proxy.Port));

        Assert.Equal(RpcConnectFailure.Proxy, error.Reason);
        Assert.Equal(HttpStatusCode.Forbidden, error.HttpStatus);
        Assert.StartsWith($"The proxy 127.0.0.1:{proxy.Port} answered 403 when asked for wss://orders.example/rpc.", error.Message);
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_told_from_the_server()
    {
        int port = FreePort();

        RpcConnectException error = await Connecting.FailAsync(new Uri("wss://orders.example/rpc"), Through(port));

        Assert.Equal(RpcConnectFailure.Proxy, error.Reason);
        Assert.StartsWith($"The proxy 127.0.0.1:{port} cannot be connected to (ConnectionRefused), which is asked for wss://orders.example/rpc.", error.Message);
    }

    [Fact]
    public async Task Through_a_proxy_the_servers_certificate_is_checked_for_the_servers_name()
    {
        await using RawServer server = RawServer.Answering(certificates.Serve(certificates.Test.WrongName), "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        var asked = new TaskCompletionSource<string>();
        await using RawServer proxy = RawServer.Start(null, async (stream, cancellationToken) =>
        {
            asked.SetResult(await RawServer.ReadHeadAsync(stream, cancellationToken));
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\n\r\n"), cancellationToken);
            using var onward = new TcpClient();
            await onward.ConnectAsync(IPAddress.Loopback, server.Port, cancellationToken);
            await Task.WhenAny(stream.CopyToAsync(onward.GetStream(), cancellationToken), onward.GetStream().CopyToAsync(stream, cancellationToken));
        });

        RpcConnectException accepted = await Connecting.FailAsync(new Uri("wss://a.wild.example/rpc"), Through(proxy.Port));
        Assert.Equal(RpcConnectFailure.HttpRefused, accepted.Reason);
        Assert.StartsWith("CONNECT a.wild.example:443 HTTP/1.1", await asked.Task);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private RpcClientOptions Through(int proxyPort)
    {
        RpcClientOptions options = certificates.Options();
        options.UseProxy = true;
        options.Proxy = new WebProxy("127.0.0.1", proxyPort);
        return options;
    }

    private async Task<RpcConnectException> TimeOutAsync(RawServer server, Task arrived)
    {
        var time = new FakeTimeProvider();
        RpcClientOptions options = certificates.Options();
        options.TimeProvider = time;
        Task<RpcConnectException> connecting = Connecting.FailAsync(server.Uri, options);
        await arrived;
        time.Advance(TimeSpan.FromSeconds(10));

        RpcConnectException error = await connecting;

        Assert.Equal(RpcConnectFailure.Timeout, error.Reason);
        return error;
    }
}
