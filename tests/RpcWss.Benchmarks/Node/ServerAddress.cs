using System.Net.Security;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Benchmarks.Node;

/// <summary>Where a subject's server is, and the one root that its clients trust.</summary>
internal sealed record ServerAddress(int Port, X509Certificate2 Root)
{
    public Uri WebSocket(string path) => new($"wss://localhost:{Port}{path}");

    public Uri Http(string path) => new($"https://localhost:{Port}{path}");

    /// <summary>Builds the chain to <see cref="Root"/>, as our own policy does: connecting costs everybody the same.</summary>
    public bool IsTrusted(X509Certificate? certificate, SslPolicyErrors errors)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return (errors & SslPolicyErrors.RemoteCertificateNameMismatch) == 0 && chain.Build((X509Certificate2)certificate!);
    }

    /// <summary>Opens a bare WebSocket.</summary>
    public async Task<WebSocket> DialAsync(string path)
    {
        var socket = new ClientWebSocket();
        Configure(socket.Options);
        await socket.ConnectAsync(WebSocket(path), CancellationToken.None);
        return socket;
    }

    public void Configure(ClientWebSocketOptions options)
    {
        options.Proxy = null;
        options.KeepAliveInterval = TimeSpan.Zero;
        options.RemoteCertificateValidationCallback = (_, certificate, _, errors) => IsTrusted(certificate, errors);
    }
}
