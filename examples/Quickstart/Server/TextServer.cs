using System.Net;
using System.Security.Cryptography.X509Certificates;
using Quickstart.Contracts;
using RpcWss;
using RpcWss.Examples;

namespace Quickstart.Server;

/// <summary>An ASP.NET Core host with one RpcWss endpoint, on a free port of this computer.</summary>
internal sealed class TextServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate;

    private TextServer(WebApplication app, X509Certificate2 certificate)
    {
        _app = app;
        _certificate = certificate;
        Address = new Uri($"wss://localhost:{new Uri(app.Urls.First()).Port}/rpc");
    }

    /// <summary>Where clients connect.</summary>
    public Uri Address { get; }

    /// <summary>The certificate without its key: what a client must trust.</summary>
    public X509Certificate2 PublicCertificate => X509CertificateLoader.LoadCertificate(_certificate.RawData);

    public InTray Tray => _app.Services.GetRequiredService<InTray>();

    /// <summary>The connected clients: any code of the host can call them, within a call or not.</summary>
    public IRpcPeers Peers => _app.Services.GetRequiredService<IRpcPeers>();

    public static async Task<TextServer> StartAsync()
    {
        X509Certificate2 certificate = ThrowAwayCertificate.Create();
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        builder.Services.AddSingleton<InTray>();
        builder.Services.AddRpcWss(rpc => rpc.AddService<ITextDesk, TextDesk>());

        WebApplication app = builder.Build();
        app.MapRpcWss("/rpc");
        await app.StartAsync();
        return new TextServer(app, certificate);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _certificate.Dispose();
    }
}
