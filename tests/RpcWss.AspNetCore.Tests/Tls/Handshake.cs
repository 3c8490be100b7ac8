using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.AspNetCore.Tests.Tls;

/// <summary>A TLS handshake with a host, by any client, and what it showed.</summary>
/// <param name="Certificate">The thumbprint of the server's certificate.</param>
/// <param name="Intermediates">How many certificates came with it.</param>
/// <param name="Protocol">The version agreed on.</param>
/// <param name="Cipher">The suite agreed on.</param>
internal sealed record Handshake(string Certificate, int Intermediates, SslProtocols Protocol, TlsCipherSuite Cipher)
{
    public static async Task<Handshake> WithAsync(TestHost host, string name, SslProtocols protocols = SslProtocols.None, CipherSuitesPolicy? ciphers = null)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, host.Address.Port, TestContext.Current.CancellationToken);
        int sent = 0;
        string shown = "";
        await using var tls = new SslStream(new NetworkStream(socket));
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = name,
                EnabledSslProtocols = protocols,
                CipherSuitesPolicy = ciphers,
                RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
                {
                    shown = ((X509Certificate2)certificate!).Thumbprint;
                    sent = chain!.ChainPolicy.ExtraStore.Count(other => other.Thumbprint != shown);
                    return true;
                },
            },
            TestContext.Current.CancellationToken);
        return new Handshake(shown, sent, tls.SslProtocol, tls.NegotiatedCipherSuite);
    }
}
