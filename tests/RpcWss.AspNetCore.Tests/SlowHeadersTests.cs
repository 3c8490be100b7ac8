using System.Net.Security;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace RpcWss.AspNetCore.Tests;

/// <summary>A request that does not come to an end is cut off by the server's limit, which the endpoint leaves in force.</summary>
public sealed class SlowHeadersTests(Certificates certificates)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Headers_that_do_not_end_are_answered_408()
    {
        await using TestHost host = await TestHost.StartAsync(
            certificates, services: services => services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1)));
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", host.Address.Port, Cancel);
        await using var tls = new SslStream(new NetworkStream(socket));
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", RemoteCertificateValidationCallback = (_, _, _, _) => true }, Cancel);
        await tls.WriteAsync("GET /rpc HTTP/1.1\r\nHost: localhost\r\nUpgrade: webso"u8.ToArray(), Cancel);

        string answer = await new StreamReader(tls).ReadToEndAsync(Cancel);

        Assert.StartsWith("HTTP/1.1 408 ", answer);
        Assert.Empty(host.Connections);
    }
}
