using System.Net.Security;
using System.Security.Authentication;
using RpcWss.Client.Tests;

namespace RpcWss.Tls.Tests.Rows;

/// <summary>Handshakes that end before a certificate is judged: versions, cipher suites, alerts, and peers that speak something else.</summary>
internal static class Handshakes
{
    private const string NoVersion =
        " and this client have no TLS version in common. Let the server speak TLS 1.2 or 1.3; with TlsPolicy.MinimumVersion Tls13 it must be 1.3. If it does, see its log: a server that cannot use its certificate may answer the same.";

    private const string NoCipher = " broke off the TLS handshake (TLS alert 40, handshake_failure: most often no cipher suite in common). Compare the two ends' TLS settings.";

    public static HandshakeRow[] Rows { get; } =
    [
        new("a server of TLS 1.2 for a client of 1.3 alone", pki => Tls(pki, SslProtocols.Tls12), RpcConnectFailure.TlsVersion, NoVersion)
        {
            Client = policy => policy with { MinimumVersion = SslProtocols.Tls13 },
        },
        new("no cipher suite of TLS 1.3 in common", pki => Tls(pki, SslProtocols.Tls13, TlsCipherSuite.TLS_AES_128_GCM_SHA256), RpcConnectFailure.TlsRefused, NoCipher)
        {
            Client = policy => policy with { MinimumVersion = SslProtocols.Tls13, CipherSuites = [TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256] },
        },
        new("no cipher suite of TLS 1.2 in common", pki => Tls(pki, SslProtocols.Tls12, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256), RpcConnectFailure.TlsRefused, NoCipher)
        {
            Client = policy => policy with { CipherSuites = [TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384] },
        },
        new("no cipher suite for the certificate's key", pki => Tls(pki, SslProtocols.Tls12), RpcConnectFailure.TlsRefused, NoCipher)
        {
            Client = policy => policy with { CipherSuites = [TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256] },
        },
        Alert(40, RpcConnectFailure.TlsRefused, NoCipher),
        Alert(80, RpcConnectFailure.TlsRefused, " broke off the TLS handshake (TLS alert 80, internal_error). Compare the two ends' TLS settings."),
        Alert(112, RpcConnectFailure.TlsRefused, " broke off the TLS handshake (TLS alert 112, unrecognized_name: it has no certificate for this host). Compare the two ends' TLS settings."),
        Alert(70, RpcConnectFailure.TlsVersion, NoVersion),
        Alert(42, RpcConnectFailure.ClientCertificate, ClientCertificate(42)),
        Alert(45, RpcConnectFailure.ClientCertificate, ClientCertificate(45)),
        Alert(48, RpcConnectFailure.ClientCertificate, ClientCertificate(48)),
        Alert(116, RpcConnectFailure.ClientCertificate, ClientCertificate(116)),
        Answering("plain HTTP", "HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray()),
        Answering("SSH", "SSH-2.0-OpenSSH_9.2\r\n"u8.ToArray()),
        Answering("noise", [0x5a, 0xa5, 0x00, 0xff, 0x10, 0x20, 0x30, 0x40]),
        new("a peer that hangs up", _ => RawServer.Start(null, (stream, cancellationToken) => ReadHelloAsync(stream, cancellationToken)), RpcConnectFailure.PeerClosed,
            " closed the connection during the TLS handshake. See whether the server, or a proxy or firewall before it, logged why."),
        new("a peer that hangs up within a record", _ => Scripted([22, 3, 3, 0, 100, 2]), RpcConnectFailure.PeerClosed,
            " closed the connection during the TLS handshake. See whether the server, or a proxy or firewall before it, logged why."),
    ];

    private static string ClientCertificate(int alert) =>
        $" demands a client certificate, or does not accept the one it got (TLS alert {alert}). Ask its operator which certificates it accepts.";

    private static RawServer Tls(Pki pki, SslProtocols protocol, params TlsCipherSuite[] ciphers) => RawServer.Start(
        new SslServerAuthenticationOptions
        {
            ServerCertificate = pki.Server,
            EnabledSslProtocols = protocol,
            CipherSuitesPolicy = ciphers.Length > 0 && !OperatingSystem.IsWindows() ? new CipherSuitesPolicy(ciphers) : null,
        },
        (_, _) => Task.CompletedTask);

    // Record type 21, TLS 1.2, two bytes: fatal, and the alert (RFC 8446 §5.1 and §6).
    private static HandshakeRow Alert(byte alert, RpcConnectFailure reason, string text) => new($"the alert {alert}", _ => Scripted([21, 3, 3, 0, 2, 2, alert], waits: true), reason, text);

    private static HandshakeRow Answering(string what, byte[] bytes) => new(
        what, _ => Scripted(bytes), RpcConnectFailure.PeerNotTls, " does not speak TLS. Check the port: it may be the server's plain HTTP one.");

    private static RawServer Scripted(byte[] bytes, bool waits = false) => RawServer.Start(null, async (stream, cancellationToken) =>
    {
        await ReadHelloAsync(stream, cancellationToken);
        await stream.WriteAsync(bytes, cancellationToken);
        if (waits)
        {
            await RawServer.ReadToEndAsync(stream, cancellationToken);
        }
    });

    // The whole record: closing with some of it unread would reset the connection instead of ending it.
    private static async Task ReadHelloAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] header = new byte[5];
        await stream.ReadExactlyAsync(header, cancellationToken);
        await stream.ReadExactlyAsync(new byte[(header[3] << 8) | header[4]], cancellationToken);
    }
}
