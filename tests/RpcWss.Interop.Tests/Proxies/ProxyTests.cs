namespace RpcWss.Interop.Tests.Proxies;

/// <summary>Through nginx and haproxy, as docs/proxies configures them.</summary>
public sealed class ProxyTests(Certificates certificates)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Configurations => ["nginx-terminating.conf", "nginx-passthrough.conf", "haproxy-terminating.cfg", "haproxy-passthrough.cfg"];

    [Theory]
    [MemberData(nameof(Configurations))]
    public async Task Calls_and_streams_pass(string configuration)
    {
        await using RemoteHost host = await HostBehindAsync(configuration);
        await using ProxyProcess proxy = await ProxyProcess.StartAsync(configuration, host.Port, certificates);
        await using RpcClient client = await RpcClient.ConnectAsync(proxy.Rpc, certificates.Client(), Cancel);
        IRemote remote = client.GetProxy<IRemote>();

        Assert.Equal("hello", await remote.EchoAsync("hello", Cancel));
        Assert.Equal(10_000, await remote.CountAsync(10_000, Cancel).CountAsync(Cancel));
        Assert.Equal(49_995_000, await remote.SumAsync(AsyncEnumerable.Range(0, 10_000), Cancel));
        Assert.Equal(2_000_000, (await remote.DoubleAsync(new byte[1_000_000], Cancel)).Length);
        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 500).Select(number => remote.EchoAsync($"{number}", Cancel).AsTask())), (answer, index) => Assert.Equal($"{index}", answer));
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public async Task A_certificate_that_is_not_trusted_is_told_as_such(string configuration)
    {
        await using RemoteHost host = await HostBehindAsync(configuration);
        await using ProxyProcess proxy = await ProxyProcess.StartAsync(configuration, host.Port, certificates);
        RpcClientOptions options = certificates.Client();
        options.Tls = options.Tls with { TrustedRoots = [certificates.Test.OtherRoot.Certificate] };

        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(() => RpcClient.ConnectAsync(proxy.Rpc, options, Cancel));

        Assert.Equal(RpcConnectFailure.UntrustedRoot, error.Reason);
    }

    [Theory]
    [InlineData("nginx-terminating.conf", 502)]
    [InlineData("haproxy-terminating.cfg", 503)]
    public async Task A_host_that_is_down_has_the_status_that_the_proxy_gives(string configuration, int expected)
    {
        RemoteHost host = await HostBehindAsync(configuration);
        await using ProxyProcess proxy = await ProxyProcess.StartAsync(configuration, host.Port, certificates);
        await host.DisposeAsync();

        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(() => RpcClient.ConnectAsync(proxy.Rpc, certificates.Client(), Cancel));

        Assert.Equal(RpcConnectFailure.HttpRefused, error.Reason);
        Assert.Equal(expected, (int?)error.HttpStatus);
    }

    /// <summary>Seventy seconds by the proxies' clocks, which no test can turn: longer than any of their limits for quiet connections.</summary>
    [Fact]
    public async Task A_connection_outlives_seventy_seconds_without_a_call() => await Task.WhenAll(Configurations.Select(row => OutliveAsync(row)));

    private async Task OutliveAsync(string configuration)
    {
        await using RemoteHost host = await HostBehindAsync(configuration);
        await using ProxyProcess proxy = await ProxyProcess.StartAsync(configuration, host.Port, certificates);
        await using RpcClient client = await RpcClient.ConnectAsync(proxy.Rpc, certificates.Client(), Cancel);

        Task ended = await Task.WhenAny(client.Completion, Task.Delay(TimeSpan.FromSeconds(70), Cancel));

        Assert.NotSame(client.Completion, ended);
        Assert.Equal("still here", await client.GetProxy<IRemote>().EchoAsync("still here", Cancel));
    }

    private Task<RemoteHost> HostBehindAsync(string configuration)
    {
        string program = configuration.StartsWith("nginx", StringComparison.Ordinal) ? "nginx" : "haproxy";
        Assert.SkipWhen(ProxyProcess.Find(program) is null, $"{program} is not installed.");
        return RemoteHost.StartAsync(configuration.Contains("terminating", StringComparison.Ordinal) ? null : certificates.Server);
    }
}
