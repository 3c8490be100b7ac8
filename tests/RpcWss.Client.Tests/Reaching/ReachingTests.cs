using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace RpcWss.Client.Tests.Reaching;

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
        int port = RawServer.FreePort();

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
