using System.Net;
using System.Security.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RpcWss.Testing;

namespace RpcWss.Benchmarks.Node;

/// <summary>
/// A subject's serving process: the same Kestrel for all, TLS 1.3 on loopback, a certificate made at the start. Prints its port and the root to trust;
/// answers each line of its input with what it has used, and stops when the input ends.
/// </summary>
internal static class ServerNode
{
    public static async Task RunAsync(Subject subject)
    {
        using var certificates = new TestCertificates();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            subject.Configure(kestrel);
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = subject.Protocols;
                listen.UseHttps(https =>
                {
                    https.ServerCertificate = certificates.Server;
                    https.SslProtocols = SslProtocols.Tls13;
                });
            });
        });
        subject.AddServices(builder.Services);
        await using WebApplication app = builder.Build();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        subject.Map(app);
        await app.StartAsync();
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Console.WriteLine($"{new Uri(address).Port} {Convert.ToBase64String(certificates.Root.Certificate.RawData)}");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            Console.WriteLine(line == "rest" ? Usage.AtRest() : Usage.Now());
        }

        // Whoever is still connected is not waited for.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(patience.Token);
    }
}
