using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RpcWss.AspNetCore.Tests.Contracts;

namespace RpcWss.AspNetCore.Tests;

/// <summary>A peer that opens a WebSocket and then does not play its part costs the host a connection for a bounded time.</summary>
public sealed class HostilePeerTests(Certificates certificates)
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_peer_that_says_nothing_after_the_upgrade_is_closed()
    {
        await using TestHost host = await StartAsync(_ => { });
        using RawPeer peer = await RawPeer.OpenAsync(host);
        RpcConnection connection = Assert.Single(host.Connections);

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(1008, await peer.ReadCloseAsync());
        peer.Dispose();
        await connection.Completion.WaitAsync(Cancel);
        Assert.Contains("HELLO did not come within 10 s", connection.Error!.Message);
    }

    [Fact]
    public async Task A_peer_that_breaks_the_protocol_is_told_and_closed()
    {
        await using TestHost host = await StartAsync(_ => { });
        using RawPeer peer = await RawPeer.OpenAsync(host);

        await peer.SendMessageAsync(0xC1);

        Assert.Equal(1002, await peer.ReadCloseAsync());
        peer.Dispose();
        await Task.WhenAll(host.Connections.Select(connection => connection.Completion)).WaitAsync(Cancel);
    }

    [Fact]
    public async Task A_peer_that_does_not_read_is_cut_off_with_a_write_pending()
    {
        await using TestHost host = await StartAsync(rpc => rpc.Limits = new RpcLimits { PingInterval = Timeout.InfiniteTimeSpan, DefaultDeadline = Timeout.InfiniteTimeSpan });
        using RawPeer peer = await RawPeer.OpenAsync(host, receiveBuffer: 4096);
        await peer.SendHelloAsync();
        RpcConnection connection = Assert.Single(host.Connections);
        await connection.Opened.WaitAsync(Cancel);

        // Sixteen at a time, the least that a peer allows, and far more than its kernel takes in unread.
        string text = new('x', 60_000);
        Task<string>[] calls = [.. Enumerable.Range(0, 16).Select(_ => connection.GetProxy<IDevice>().AskAsync(text, Cancel).AsTask())];
        while (!connection.Completion.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            // The rest of the process runs on the real clock; this only leaves it time.
            await Task.WhenAny(connection.Completion, Task.Delay(1, Cancel));
        }

        Assert.Contains("has not read for 30 s", connection.Error!.Message);
        foreach (Task<string> call in calls)
        {
            Assert.Equal(RpcStatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => call.WaitAsync(Cancel))).StatusCode);
        }

        // Nothing is left of it in the server, which would else try to get rid of what it holds for the peer.
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    private Task<TestHost> StartAsync(Action<RpcWssBuilder> configure) =>
        TestHost.StartAsync(certificates, configure, services => services.AddSingleton<TimeProvider>(_time));
}
