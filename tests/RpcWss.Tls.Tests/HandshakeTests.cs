using System.Security.Authentication;
using Microsoft.Extensions.Time.Testing;
using RpcWss.Client.Tests;
using RpcWss.Tls.Tests.Rows;

namespace RpcWss.Tls.Tests;

/// <summary>A client whose TLS handshake does not come about says why, after one attempt.</summary>
public sealed class HandshakeTests(Pki pki)
{
    private static readonly Dictionary<string, HandshakeRow> _rows = Handshakes.Rows.ToDictionary(row => row.Name);

    public static TheoryData<string> Rows { get; } = new(_rows.Keys);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_handshake_that_fails_is_told_by_its_reason(string name)
    {
        HandshakeRow row = _rows[name];
        await using RawServer server = row.Server(pki);
        string address = $"wss://localhost:{server.Port}/rpc";

        RpcConnectException error = await pki.Dialling.FailAsync("localhost", server.Port, row.Client(Pki.Trusting(pki.Root.Certificate)));

        string subject = row.Reason == RpcConnectFailure.PeerNotTls ? $"What answers at {address}" : address;
        Assert.Equal((row.Reason, subject + row.Text), (error.Reason, error.Message));
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task A_peer_that_is_silent_is_given_up_when_the_time_for_opening_is_over()
    {
        var time = new FakeTimeProvider();
        var arrived = new TaskCompletionSource();
        await using RawServer server = RawServer.Start(null, async (stream, cancellationToken) =>
        {
            await stream.ReadExactlyAsync(new byte[16], cancellationToken);
            arrived.SetResult();
            await RawServer.ReadToEndAsync(stream, cancellationToken);
        });
        var options = new RpcClientOptions { UseProxy = false, TimeProvider = time };
        Task<RpcConnectException> connecting = Assert.ThrowsAsync<RpcConnectException>(
            () => RpcClient.ConnectAsync(server.Uri, options, TestContext.Current.CancellationToken));
        await arrived.Task;

        time.Advance(options.Limits.HandshakeTimeout);

        RpcConnectException error = await connecting;
        Assert.Equal(
            (RpcConnectFailure.Timeout, $"Connecting to {server.Uri} took longer than 10 s, during the TLS handshake. See whether the server is up and reachable; RpcLimits.HandshakeTimeout sets the limit."),
            (error.Reason, error.Message));
    }
}
