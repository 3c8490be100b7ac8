using System.Net;
using System.Security.Authentication;
using Microsoft.Extensions.DependencyInjection;
using RpcWss.AspNetCore.Tests.Contracts;

namespace RpcWss.AspNetCore.Tests;

/// <summary>A client and a host over real TLS: opening, calling both ways, closing.</summary>
public sealed class ConnectionTests(Certificates certificates)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_client_calls_a_service_and_both_ends_know_what_was_agreed_on(SslProtocols protocol)
    {
        await using TestHost host = await TestHost.StartAsync(certificates, rpc => rpc.AddService<IProbe>(new Answering(text => text + "!")), protocols: protocol);
        await using RpcClient client = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel);

        Assert.Equal("hello!", await client.GetProxy<IProbe>().AskAsync("hello", Cancel));

        RpcConnectionSecurity here = client.Connection.Security;
        Assert.True(here.IsEncrypted);
        Assert.Equal(protocol, here.Protocol);
        Assert.NotNull(here.CipherSuite);
        Assert.Equal("localhost", here.ServerName);
        Assert.Equal(certificates.Test.Server.Thumbprint, here.PeerCertificate?.Thumbprint);
        Assert.Equal(HttpVersion.Version11, here.HttpVersion);
        RpcConnectionSecurity there = Assert.Single(host.Connections).Security;
        Assert.Equal(here with { PeerCertificate = null }, there);
    }

    [Fact]
    public async Task A_server_that_calls_at_once_finds_what_the_options_host()
    {
        var answer = new TaskCompletionSource<string>();
        await using TestHost host = await TestHost.StartAsync(
            certificates,
            rpc => rpc.AddService<IProbe>(new Answering((_, _) => throw new InvalidOperationException())).AddPeerObserver<CallingObserver>(),
            services => services.AddSingleton(answer));

        await using RpcClient client = await RpcClient.ConnectAsync(
            host.Rpc, certificates.Options().AddService<IDevice>(new Answering(text => $"{text} from the device")), Cancel);

        Assert.Equal("hello from the device", await answer.Task.WaitAsync(Cancel));
    }

    [Fact]
    public async Task A_service_that_is_added_later_is_served_too()
    {
        await using TestHost host = await TestHost.StartAsync(certificates);
        await using RpcClient client = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel);
        IDevice device = Assert.Single(host.Peers.All).GetProxy<IDevice>();
        RpcException error = await Assert.ThrowsAsync<RpcException>(() => device.AskAsync("x", Cancel).AsTask());
        Assert.Equal(RpcStatusCode.Unimplemented, error.StatusCode);

        client.AddService<IDevice>(new Answering(text => text));

        Assert.Equal("x", await device.AskAsync("x", Cancel));
        Assert.Throws<InvalidOperationException>(() => client.AddService<IDevice>(new Answering(text => text)));
    }

    [Theory]
    [InlineData("https://app.example")]
    [InlineData("https://APP.example:443")]
    [InlineData("own")]
    public async Task A_page_of_the_hosts_own_or_a_listed_origin_connects(string origin)
    {
        await using TestHost host = await TestHost.StartAsync(certificates, rpc => rpc.AllowedOrigins.Add("https://app.example"));
        RpcClientOptions options = certificates.Options();
        options.Headers["Origin"] = origin == "own" ? $"https://localhost:{host.Rpc.Port}" : origin;

        await using RpcClient client = await RpcClient.ConnectAsync(host.Rpc, options, Cancel);

        Assert.Equal(1, host.Peers.Count);
    }

    [Fact]
    public async Task Unencrypted_loopback_works_where_both_ends_opt_in()
    {
        await using TestHost host = await TestHost.StartAsync(
            certificates, rpc => { rpc.AllowUnencryptedLoopback = true; rpc.AddService<IProbe>(new Answering(text => text)); }, tls: false);
        RpcClientOptions options = certificates.Options();
        options.AllowUnencryptedLoopback = true;

        await using RpcClient client = await RpcClient.ConnectAsync(host.Rpc, options, Cancel);

        Assert.Equal("x", await client.GetProxy<IProbe>().AskAsync("x", Cancel));
        Assert.False(client.Connection.Security.IsEncrypted);
        Assert.False(Assert.Single(host.Connections).Security.IsEncrypted);
    }

    [Fact]
    public async Task Interceptors_of_both_ends_see_a_call_outgoing_and_incoming()
    {
        var seen = new CallLog();
        await using TestHost host = await TestHost.StartAsync(
            certificates,
            rpc => rpc.AddService<IProbe>(new Answering(text => text)).AddInterceptor<LoggingInterceptor>(),
            services => services.AddSingleton(seen));
        RpcClientOptions options = certificates.Options();
        options.Interceptors.Add(new LoggingInterceptor(seen));
        await using RpcClient client = await RpcClient.ConnectAsync(host.Rpc, options, Cancel);

        await client.GetProxy<IProbe>().AskAsync("x", Cancel);

        Assert.Equal(["out Tests.IProbe/AskAsync", "in Tests.IProbe/AskAsync"], seen.Calls);
    }

    internal sealed class CallingObserver(TaskCompletionSource<string> answer) : IRpcPeerObserver
    {
        public async ValueTask ConnectedAsync(RpcPeer peer, CancellationToken cancellationToken) =>
            answer.SetResult(await peer.GetProxy<IDevice>().AskAsync("hello", cancellationToken));

        public ValueTask DisconnectedAsync(RpcPeer peer, Exception? error) => default;
    }

    internal sealed class CallLog
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _calls = new();

        public IEnumerable<string> Calls => _calls;

        public void Add(string call) => _calls.Enqueue(call);
    }

    internal sealed class LoggingInterceptor(CallLog log) : RpcInterceptor
    {
        public override ValueTask InterceptAsync(RpcInterceptedCall call, RpcInterceptorNext next)
        {
            log.Add($"{(call.IsOutgoing ? "out" : "in")} {call.Method}");
            return next(call);
        }
    }
}
