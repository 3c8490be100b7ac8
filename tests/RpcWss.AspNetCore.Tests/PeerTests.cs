using System.Net.Http;
using System.Security.Claims;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RpcWss.AspNetCore.Tests.Contracts;

namespace RpcWss.AspNetCore.Tests;

/// <summary>Any code of the app reaches the peers that are connected, and learns when they come and go.</summary>
public sealed class PeerTests(Certificates certificates)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_REST_endpoint_calls_a_device_by_its_users_id()
    {
        await using TestHost host = await TestHost.StartAsync(certificates, services: HeaderAuthentication.Add, map: app =>
        {
            app.MapRpcWss("/rpc").RequireAuthorization();
            app.MapPost("/devices/{id}", async (string id, IRpcPeers peers) => peers.FindByUser(id) is [RpcPeer device, ..]
                ? Results.Text(await device.GetProxy<IDevice>().AskAsync("restart"))
                : Results.NotFound());
        });
        await using RpcClient device = await ConnectAsync(host, "d1", text => $"{text} done");
        using HttpClient http = Http();

        using HttpResponseMessage found = await http.PostAsync(new Uri(host.Address, "/devices/d1"), null, Cancel);
        using HttpResponseMessage missing = await http.PostAsync(new Uri(host.Address, "/devices/d2"), null, Cancel);

        Assert.Equal("restart done", await found.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Peers_are_found_by_id_and_by_user_while_they_are_connected()
    {
        await using TestHost host = await TestHost.StartAsync(
            certificates, rpc => rpc.AddPeerObserver<Recorder>(), Recorder.Add, app => app.MapRpcWss("/rpc").RequireAuthorization());
        Recorder recorder = Recorder.Of(host);
        await using RpcClient first = await ConnectAsync(host, "d1", text => text);
        RpcPeer firstPeer = await recorder.ConnectedAsync();
        await using RpcClient second = await ConnectAsync(host, "d1", text => text);
        RpcPeer secondPeer = await recorder.ConnectedAsync();

        Assert.Equal("d1", firstPeer.User.FindFirstValue(ClaimTypes.NameIdentifier));
        Assert.Same(firstPeer, host.Peers.Find(firstPeer.Id));
        Assert.Equal([firstPeer, secondPeer], host.Peers.FindByUser("d1"));
        Assert.Equal(2, host.Peers.Count);
        Assert.Equal(2, host.Peers.All.Count);

        await first.DisposeAsync();
        (RpcPeer gone, Exception? error) = await recorder.DisconnectedAsync();

        Assert.Same(firstPeer, gone);
        Assert.Null(error);
        Assert.Null(host.Peers.Find(firstPeer.Id));
        Assert.Equal([secondPeer], host.Peers.FindByUser("d1"));
        Assert.Equal(1, host.Peers.Count);

        await second.DisposeAsync();
        await recorder.DisconnectedAsync();
        Assert.Empty(host.Peers.FindByUser("d1"));
    }

    [Fact]
    public async Task An_observer_that_throws_is_logged_and_harms_nobody()
    {
        await using TestHost host = await TestHost.StartAsync(
            certificates, rpc => rpc.AddPeerObserver<Throwing>().AddPeerObserver<Recorder>(), Recorder.Add, app => app.MapRpcWss("/rpc"));
        host.Log.Expected.Add(2301);
        Recorder recorder = Recorder.Of(host);

        await using (await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel))
        {
            await recorder.ConnectedAsync();
        }

        await recorder.DisconnectedAsync();
        Assert.Equal(2, host.Log.Entries.Count(entry => entry.Id == 2301));
    }

    [Fact]
    public async Task A_handler_finds_its_own_caller()
    {
        await using TestHost host = await TestHost.StartAsync(certificates, rpc => rpc.AddService<IProbe, FindsItsCaller>());

        for (int i = 0; i < 50; i++)
        {
            await using RpcClient client = await RpcClient.ConnectAsync(host.Rpc, certificates.Options(), Cancel);
            Assert.Equal("found", await client.GetProxy<IProbe>().AskAsync("", Cancel));
        }
    }

    private static HttpClient Http() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        SslOptions = new System.Net.Security.SslClientAuthenticationOptions { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
    });

    private Task<RpcClient> ConnectAsync(TestHost host, string user, Func<string, string> answer)
    {
        RpcClientOptions options = certificates.Options().AddService<IDevice>(new Answering(answer));
        options.Headers["Authorization"] = $"User {user}";
        return RpcClient.ConnectAsync(host.Rpc, options, Cancel);
    }

    internal sealed class FindsItsCaller(RpcPeer caller, IRpcPeers peers) : IProbe
    {
        public ValueTask<string> AskAsync(string text, CancellationToken cancellationToken = default) =>
            new(peers.Find(caller.Id) == caller ? "found" : "not found");
    }

    internal sealed class Throwing : IRpcPeerObserver
    {
        public ValueTask ConnectedAsync(RpcPeer peer, CancellationToken cancellationToken) => throw new InvalidOperationException();

        public ValueTask DisconnectedAsync(RpcPeer peer, Exception? error) => throw new InvalidOperationException();
    }

    internal sealed class Recorder : IRpcPeerObserver
    {
        private readonly Channel<RpcPeer> _connected = Channel.CreateUnbounded<RpcPeer>();
        private readonly Channel<(RpcPeer, Exception?)> _disconnected = Channel.CreateUnbounded<(RpcPeer, Exception?)>();

        public static void Add(IServiceCollection services) => HeaderAuthentication.Add(services);

        public static Recorder Of(TestHost host) => host.Services.GetServices<IRpcPeerObserver>().OfType<Recorder>().Single();

        public ValueTask<RpcPeer> ConnectedAsync() => _connected.Reader.ReadAsync(Cancel);

        public ValueTask<(RpcPeer Peer, Exception? Error)> DisconnectedAsync() => _disconnected.Reader.ReadAsync(Cancel);

        ValueTask IRpcPeerObserver.ConnectedAsync(RpcPeer peer, CancellationToken cancellationToken) => _connected.Writer.WriteAsync(peer, cancellationToken);

        ValueTask IRpcPeerObserver.DisconnectedAsync(RpcPeer peer, Exception? error) => _disconnected.Writer.WriteAsync((peer, error));
    }
}
