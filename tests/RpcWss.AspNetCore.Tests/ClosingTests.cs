using RpcWss.AspNetCore.Tests.Contracts;

namespace RpcWss.AspNetCore.Tests;

/// <summary>However a connection ends, both ends learn of it and nobody is left waiting.</summary>
public sealed class ClosingTests(Certificates certificates)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Disposing_of_the_client_ends_the_connection_on_both_sides_in_order()
    {
        await using TestHost host = await TestHost.StartAsync(certificates);
        RpcClient client = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel);
        RpcConnection there = Assert.Single(host.Connections);

        await client.DisposeAsync();
        await client.DisposeAsync();
        await client.CloseAsync();

        await client.Completion.WaitAsync(Cancel);
        await there.Completion.WaitAsync(Cancel);
        Assert.Null(client.Connection.Error);
        Assert.Null(there.Error);
        Assert.True(there.Peer.Disconnected.IsCancellationRequested);
    }

    [Fact]
    public async Task Closing_on_the_server_ends_it_too()
    {
        await using TestHost host = await TestHost.StartAsync(certificates);
        await using RpcClient client = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel);

        await Assert.Single(host.Connections).CloseAsync();

        await client.Completion.WaitAsync(Cancel);
        Assert.True(client.Peer.Disconnected.IsCancellationRequested);
    }

    [Fact]
    public async Task Disposing_completes_a_call_that_is_running_and_fires_the_handlers_token()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using TestHost host = await TestHost.StartAsync(certificates, rpc => rpc.AddService<IProbe>(new Answering(async (text, token) =>
        {
            started.SetResult();
            await using CancellationTokenRegistration registration = token.Register(cancelled.SetResult);
            await cancelled.Task;
            return text;
        })));
        RpcClient client = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel);
        Task<string> calling = client.GetProxy<IProbe>().AskAsync("x", Cancel).AsTask();
        await started.Task.WaitAsync(Cancel);

        await client.DisposeAsync();

        RpcException error = await Assert.ThrowsAsync<RpcException>(() => calling.WaitAsync(Cancel));
        Assert.Equal(RpcStatusCode.Unavailable, error.StatusCode);
        Assert.NotEqual(RpcExecution.NotExecuted, error.Execution);
        await cancelled.Task.WaitAsync(Cancel);
    }

    [Fact]
    public async Task A_call_after_disposing_is_unavailable_and_known_not_to_have_run()
    {
        await using TestHost host = await TestHost.StartAsync(certificates, rpc => rpc.AddService<IProbe>(new Answering(text => text)));
        RpcClient client = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel);
        IProbe probe = client.GetProxy<IProbe>();
        await client.DisposeAsync();

        RpcException error = await Assert.ThrowsAsync<RpcException>(() => probe.AskAsync("x", Cancel).AsTask());

        Assert.Equal(RpcStatusCode.Unavailable, error.StatusCode);
        Assert.Equal(RpcExecution.NotExecuted, error.Execution);
        Assert.Throws<ObjectDisposedException>(client.GetProxy<IProbe>);
        Assert.Throws<ObjectDisposedException>(() => client.AddService<IDevice>(new Answering(text => text)));
    }

    [Fact]
    public async Task A_host_that_stops_closes_its_connections_and_does_not_wait_for_its_shutdown_timeout()
    {
        await using TestHost host = await TestHost.StartAsync(certificates);
        await using RpcClient client = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel);

        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(10), Cancel);

        await client.Completion.WaitAsync(Cancel);
        Assert.Equal(0, host.Peers.Count);
    }

    [Fact]
    public async Task A_client_that_vanishes_is_noticed()
    {
        await using TestHost host = await TestHost.StartAsync(certificates);
        using var vanishing = new VanishingProxy(host.Address.Port);
        await using RpcClient client = await RpcClient.ConnectAsync(new Uri($"wss://localhost:{vanishing.Port}/rpc"), certificates.Options(), Cancel);
        RpcConnection there = Assert.Single(host.Connections);

        vanishing.Cut();

        await there.Completion.WaitAsync(Cancel);
        await client.Completion.WaitAsync(Cancel);
        Assert.NotNull(client.Connection.Error);
    }
}
