// Every kind of stream once, over real TLS; both ends in one program. docs/streaming.md explains what is seen here.

using System.Net;
using System.Security.Cryptography.X509Certificates;
using RpcWss;
using RpcWss.Examples;
using Streaming.Client;
using Streaming.Contracts;
using Streaming.Server;

using X509Certificate2 certificate = ThrowAwayCertificate.Create();
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
var service = new Sensors();
builder.Services.AddRpcWss(rpc =>
{
    rpc.AddService<ISensors>(service);
    rpc.Limits = new RpcLimits
    {
        MaxStreamingCalls = 200,            // open at a time, for each client
        StreamWindow = 64 * 1024,           // what may be on its way of each stream, to begin with
        MaxStreamWindow = 8 * 1024 * 1024,  // what that may grow to
        ReceiveBudget = 64 * 1024 * 1024,   // what all that grew may hold together, with payloads
    };
});

await using WebApplication app = builder.Build();
app.MapRpcWss("/rpc");
await app.StartAsync();

var options = new RpcClientOptions
{
    UseProxy = false,
    Tls = TlsPolicy.Modern with { TrustMode = TlsTrustMode.OwnRoots, TrustedRoots = [X509CertificateLoader.LoadCertificate(certificate.Export(X509ContentType.Cert))] },
};
await using RpcClient client = await RpcClient.ConnectAsync(new Uri($"wss://localhost:{new Uri(app.Urls.First()).Port}/rpc"), options);
ISensors sensors = client.GetProxy<ISensors>();
await ItemTour.RunAsync(sensors, service, default);
await ByteTour.RunAsync(sensors, default);
await FailureTour.RunAsync(sensors, default);
