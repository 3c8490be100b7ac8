using System.Net.Http;
using System.Net.Security;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Benchmarks.Node;

/// <summary>Where a subject's server is, and the one root that its clients trust.</summary>
internal sealed record ServerAddress(int Port, X509Certificate2 Root)
{
    public static ServerAddress Parse(string port, string root) => new(int.Parse(port), X509CertificateLoader.LoadCertificate(Convert.FromBase64String(root)));

    public Uri WebSocket(string path) => new($"wss://localhost:{Port}{path}");

    public Uri Http(string path) => new($"https://localhost:{Port}{path}");

    /// <summary>Has the platform build the chain to <see cref="Root"/>, once, as our own policy does: connecting costs everybody the same.</summary>
    public SslClientAuthenticationOptions Tls() => new()
    {
        CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { Root },
            RevocationMode = X509RevocationMode.NoCheck,
        },
    };

    /// <summary>Opens a bare WebSocket.</summary>
    public async Task<WebSocket> DialAsync(string path)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        // Gone once the WebSocket is open, as the platform's own is.
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, SslOptions = Tls() });
        await socket.ConnectAsync(WebSocket(path), invoker, CancellationToken.None);
        return socket;
    }
}
