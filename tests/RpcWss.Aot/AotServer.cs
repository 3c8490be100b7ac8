using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using RpcWss.Testing;

namespace RpcWss.Aot;

/// <summary>The serving process. Prints its port and the root certificate to trust, stops when its input ends, and tells then how much memory it took.</summary>
internal static class AotServer
{
    public static async Task RunAsync()
    {
        using var certificates = new TestCertificates();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificates.Server)));
        builder.Services.AddRpcWss(rpc => rpc.AddService<IEverything, Everything>(new RpcServiceOptions { Lifetime = RpcServiceLifetime.Singleton }));
        await using WebApplication app = builder.Build();
        app.MapRpcWss("/rpc");
        await app.StartAsync();
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Console.WriteLine($"{new Uri(address).Port} {Convert.ToBase64String(certificates.Root.Certificate.RawData)}");
        await Console.In.ReadToEndAsync();
        Console.WriteLine($"server: {Environment.WorkingSet >> 20} MiB");
        await app.StopAsync();
    }
}
