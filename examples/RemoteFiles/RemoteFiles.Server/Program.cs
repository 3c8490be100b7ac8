using System.Net;
using System.Security.Cryptography.X509Certificates;
using RemoteFiles.Contracts;
using RemoteFiles.Server;
using RpcWss;
using RpcWss.Examples;

if (ServerArguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(ServerArguments.Usage);
    return 2;
}

if (!Directory.Exists(arguments.Root))
{
    Console.Error.WriteLine($"There is no directory {arguments.Root}.");
    return 2;
}

using X509Certificate2 certificate = ThrowAwayCertificate.Create();
WebApplicationBuilder builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).AddFilter("Microsoft", LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, arguments.Port, listen => listen.UseHttps(certificate)));
builder.Services.AddSingleton(new RootDirectory(arguments.Root)).AddSingleton<RunningUploads>().AddSingleton(arguments);
builder.Services.AddRpcWss(rpc => rpc
    .AddService<IRemoteFiles, RemoteFilesService>()
    .AddService<IFileTransfers, FileTransferService>()
    .AddInterceptor<FileErrors>());

await using WebApplication app = builder.Build();
app.MapRpcWss("/rpc");
try
{
    await app.StartAsync();
}
catch (IOException error)
{
    Console.Error.WriteLine($"The server cannot listen on port {arguments.Port}: {error.Message}");
    return 1;
}

// Written before the address is told: who reads the address may connect at once.
await File.WriteAllTextAsync(arguments.Certificate, certificate.ExportCertificatePem());
Console.WriteLine($"certificate: {arguments.Certificate}");
Console.WriteLine($"listening: wss://localhost:{new Uri(app.Urls.First()).Port}/rpc");
await app.WaitForShutdownAsync();
return 0;
