using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RpcWss.AspNetCore.Tests;

/// <summary>An endpoint is one like any other to routing, authorization and the container.</summary>
public sealed class MappingTests(Certificates certificates)
{
    [Fact]
    public async Task Authorization_applies_to_the_request_that_opens_a_connection()
    {
        await using TestHost host = await TestHost.StartAsync(
            certificates, services: HeaderAuthentication.Add, map: app => app.MapRpcWss("/rpc").RequireAuthorization());

        RpcConnectException error = await Assert.ThrowsAsync<RpcConnectException>(
            () => RpcClient.ConnectAsync(host.Rpc, certificates.Options(), TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.Unauthorized, error.HttpStatus);
    }

    [Fact]
    public async Task A_required_host_applies()
    {
        await using TestHost host = await TestHost.StartAsync(certificates, map: app => app.MapRpcWss("/rpc").RequireHost("other.example"));

        Assert.Equal(404, (await RawPeer.SendAsync(host, RawPeer.Upgrade + "\r\n")).Status);
    }

    [Fact]
    public void Mapping_without_services_says_what_to_call()
    {
        WebApplication app = WebApplication.CreateBuilder().Build();

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => app.MapRpcWss("/rpc"));

        Assert.Equal("MapRpcWss needs what AddRpcWss adds. Call builder.Services.AddRpcWss(rpc => ...) before the app is built.", error.Message);
    }

    [Fact]
    public async Task A_limit_that_is_not_possible_fails_the_start()
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(
            () => TestHost.StartAsync(certificates, rpc => rpc.Limits = new RpcLimits { MaxConcurrentCalls = 1 }));

        Assert.StartsWith("RpcLimits.MaxConcurrentCalls is 1; it must be at least 16.", error.Message);
    }

    [Fact]
    public async Task Adding_twice_adds_to_the_same()
    {
        await using TestHost host = await TestHost.StartAsync(
            certificates,
            rpc => rpc.AllowedOrigins.Add("https://first.example"),
            services => services.AddRpcWss(rpc =>
            {
                Assert.Equal("https://first.example", Assert.Single(rpc.AllowedOrigins));
                rpc.AllowedOrigins.Add("https://second.example");
            }));

        Assert.Equal(0, host.Peers.Count);
        Assert.Empty(host.Peers.All);
        Assert.Null(host.Peers.Find("nobody"));
        Assert.Empty(host.Peers.FindByUser("nobody"));
    }

    [Fact]
    public async Task The_kernels_queue_of_unsent_bytes_is_bounded_on_accepted_sockets()
    {
        Assert.True(OperatingSystem.IsLinux(), "The option is read as Linux has it.");
        await using TestHost host = await TestHost.StartAsync(certificates);
        SocketTransportOptions options = host.Services.GetRequiredService<IOptions<SocketTransportOptions>>().Value;
        using Socket listening = options.CreateBoundListenSocket(new IPEndPoint(IPAddress.Loopback, 0));
        listening.Listen();
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(listening.LocalEndPoint!, TestContext.Current.CancellationToken);
        using Socket accepted = await listening.AcceptAsync(TestContext.Current.CancellationToken);

        byte[] value = new byte[4];
        accepted.GetRawSocketOption(6, 25, value);
        Assert.Equal(64 * 1024, BitConverter.ToInt32(value));
    }
}
