using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RpcWss.Benchmarks.Subjects.Raw;
using RpcWss.Benchmarks.Transfers;
using RpcWss.Testing;

namespace RpcWss.Benchmarks;

/// <summary>
/// The serving process: the service, one object that makes no calls of its own, under <c>/rpc</c>; the raw echo under <c>/raw</c>. Prints its port and the
/// root certificate to trust, and stops when its input ends.
/// </summary>
internal static class BenchmarkServer
{
    public static async Task RunAsync()
    {
        using var certificates = new TestCertificates();
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificates.Server)));
        builder.Services.AddRpcWss(rpc =>
        {
            // As many as the most callers that are measured: nobody waits for the limit.
            rpc.Limits = new RpcLimits { MaxConcurrentCalls = 1024 };
            rpc.AddService<IAdder, Adder>(new RpcServiceOptions { Lifetime = RpcServiceLifetime.Singleton, FlowsCallState = false });
            // Its last word to a caller that cancelled must not be cancelled itself.
            rpc.AddService<ITransfers, TransferService>(new RpcServiceOptions { Lifetime = RpcServiceLifetime.Singleton, FlowsCallState = false });
        });
        await using WebApplication app = builder.Build();
        app.UseWebSockets();
        app.MapRpcWss("/rpc");
        app.Map("/raw", (RequestDelegate)EchoAsync);
        await app.StartAsync();
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Console.WriteLine($"{new Uri(address).Port} {Convert.ToBase64String(certificates.Root.Certificate.RawData)}");
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static async Task EchoAsync(HttpContext context)
    {
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
        await RawEcho.ServeAsync(socket);
    }
}
