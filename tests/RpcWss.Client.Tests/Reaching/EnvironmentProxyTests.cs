using System.Diagnostics;
using RpcWss.Testing;

namespace RpcWss.Client.Tests.Reaching;

/// <summary>Proxies that the environment names, with the defaults of the options. A process reads them once, so each case is a process of its own.</summary>
public sealed class EnvironmentProxyTests
{
    private static readonly string[] _names = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY", "GATEWAY_INTERFACE"];

    [Theory]
    [InlineData("HTTPS_PROXY")]
    [InlineData("https_proxy")]
    [InlineData("ALL_PROXY")]
    [InlineData("all_proxy")]
    public async Task The_environments_proxy_is_used_with_the_credentials_in_it(string variable)
    {
        await using var proxy = new ConnectProxy(0, "ann:opensesame");
        await using var refusing = new ConnectProxy(0, refusal: "403 Forbidden");

        string withoutCredentials = await ConnectAsync("wss://orders.example/rpc", (variable, $"http://127.0.0.1:{proxy.Port}"));
        string refused = await ConnectAsync("wss://orders.example/rpc", (variable, $"http://ann:opensesame@127.0.0.1:{refusing.Port}"));

        Assert.StartsWith($"Proxy: The proxy 127.0.0.1:{proxy.Port} answered 407", withoutCredentials, StringComparison.Ordinal);
        Assert.StartsWith($"Proxy: The proxy 127.0.0.1:{refusing.Port} answered 403", refused, StringComparison.Ordinal);
        Assert.All(refusing.Requests, request => Assert.StartsWith("CONNECT orders.example:443 HTTP/1.1\r\n", request));
    }

    [Fact]
    public async Task Credentials_in_it_are_sent()
    {
        await using RawServer server = RawServer.Start(null, (_, _) => Task.CompletedTask);
        await using var proxy = new ConnectProxy(server.Port, "ann:opensesame");

        string said = await ConnectAsync("wss://orders.example/rpc", ("HTTPS_PROXY", $"http://ann:opensesame@127.0.0.1:{proxy.Port}"));

        Assert.StartsWith("PeerClosed: ", said, StringComparison.Ordinal);
        Assert.Equal(1, server.Accepted);
    }

    [Theory]
    [InlineData("NO_PROXY", "localhost")]
    [InlineData("no_proxy", ".example,localhost")]
    public async Task A_host_that_NO_PROXY_names_is_connected_to_directly(string variable, string exceptions)
    {
        await using var proxy = new ConnectProxy(0, refusal: "403 Forbidden");
        int port = RawServer.FreePort();

        string said = await ConnectAsync($"wss://localhost:{port}/rpc", ("HTTPS_PROXY", $"http://127.0.0.1:{proxy.Port}"), (variable, exceptions));

        Assert.StartsWith("ConnectionRefused: ", said, StringComparison.Ordinal);
        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public async Task A_proxy_for_plain_HTTP_alone_is_not_used()
    {
        await using var proxy = new ConnectProxy(0, refusal: "403 Forbidden");

        string said = await ConnectAsync($"wss://localhost:{RawServer.FreePort()}/rpc", ("http_proxy", $"http://127.0.0.1:{proxy.Port}"));

        Assert.StartsWith("ConnectionRefused: ", said, StringComparison.Ordinal);
        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public async Task ALL_PROXY_may_be_SOCKS()
    {
        await using var proxy = new SocksProxy(0, reply: 2);

        string said = await ConnectAsync("wss://orders.example/rpc", ("ALL_PROXY", $"socks5://127.0.0.1:{proxy.Port}"));

        Assert.StartsWith($"Proxy: The proxy 127.0.0.1:{proxy.Port} did not open a tunnel", said, StringComparison.Ordinal);
        Assert.Equal("orders.example:443", await proxy.Asked.Task);
    }

    private static async Task<string> ConnectAsync(string address, params (string Name, string Value)[] variables)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(Tool.Dotnet, [typeof(Program).Assembly.Location, Program.ConnectMode, address]) { RedirectStandardOutput = true };
        foreach (string inherited in _names)
        {
            start.Environment.Remove(inherited);
        }

        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return output;
    }
}
