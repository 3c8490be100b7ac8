// The least that anybody could do instead of a call: a WebSocket that echoes one message. What it takes is what the platform takes.
using System.Diagnostics;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;

if (args is not [string port, string root])
{
    Console.Error.WriteLine("usage: PORT ROOT");
    return 2;
}

using X509Certificate2 trusted = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(root));
using var socket = new ClientWebSocket();
socket.Options.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
{
    using var chain = new X509Chain();
    chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
    chain.ChainPolicy.CustomTrustStore.Add(trusted);
    chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
    return chain.Build((X509Certificate2)certificate!);
};
await socket.ConnectAsync(new Uri($"wss://localhost:{port}/bare"), CancellationToken.None);
byte[] buffer = new byte[16];
await socket.SendAsync(buffer, WebSocketMessageType.Binary, true, CancellationToken.None);
await socket.ReceiveAsync(buffer, CancellationToken.None);
double started = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds;
Console.WriteLine($"bare: start to first echo {started:0} ms, {Environment.WorkingSet >> 20} MiB");
await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
return 0;
