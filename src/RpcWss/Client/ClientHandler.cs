using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RpcWss.Security;
using RpcWss.Transport;

namespace RpcWss.Client;

/// <summary>
/// The HTTP stack of one connection attempt: sockets, proxy, TLS. Everything goes through <see cref="SocketsHttpHandler"/>, and what the two ends
/// agreed on is noted while it passes.
/// </summary>
internal sealed class ClientHandler : IDisposable
{
    private readonly SocketsHttpHandler _handler;
    private readonly HttpMessageInvoker _invoker;
    private readonly Uri _uri;
    private readonly bool _encrypts;

    public ClientHandler(Uri uri, RpcClientOptions options)
    {
        _uri = uri;
        _encrypts = uri.Scheme == Uri.UriSchemeWss;
        _handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = options.UseProxy,
            Proxy = options.Proxy,
            // The whole opening has one time limit, which the caller keeps.
            ConnectTimeout = Timeout.InfiniteTimeSpan,
            ConnectCallback = ConnectAsync,
            PlaintextStreamFilter = NoteSecurityAsync,
            SslOptions = new SslClientAuthenticationOptions
            {
                EnabledSslProtocols = TlsVersions.Enabled(options.Tls),
                CipherSuitesPolicy = TlsCiphers.ForClient(options.Tls),
                ClientCertificateContext = ClientCertificateOf(options.Tls),
                CertificateChainPolicy = PeerChainPolicy.ForServers(options.Tls, ownRoots: options.Tls.TrustMode == TlsTrustMode.OwnRoots),
                RemoteCertificateValidationCallback = new ServerCertificateCheck(options.Tls, uri.IdnHost).Accept,
            },
        };
        _invoker = new HttpMessageInvoker(_handler, disposeHandler: true);
    }

    private static SslStreamCertificateContext? ClientCertificateOf(TlsPolicy policy)
    {
        if (policy.ClientCertificate is not { } source)
        {
            return null;
        }

        try
        {
            CertificateWithChain read = source.Read();
            return SslStreamCertificateContext.Create(read.Certificate, read.Above, offline: true);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new RpcConnectException(
                RpcConnectFailure.ClientCertificate, $"This client's own certificate, from {source.Description}, cannot be used: {error.Message} Repair it, or leave TlsPolicy.ClientCertificate out.", error);
        }
    }

    public HttpMessageInvoker Invoker => _invoker;

    /// <summary>What the connection agreed on; set when TLS is up.</summary>
    public RpcConnectionSecurity Security { get; private set; } = new();

    /// <summary>Whether a TCP connection came about: tells a peer that hangs up from one that was never there.</summary>
    public bool Connected { get; private set; }

    /// <summary>The proxy that is connected to, if it is not the server itself.</summary>
    public string? Proxy { get; private set; }

    /// <summary>Whether the WebSocket is open.</summary>
    public bool Upgraded { get; set; }

    /// <summary>How far the opening has got, for messages.</summary>
    public string Phase => !Connected ? "before a TCP connection came about"
        : _encrypts && !Security.IsEncrypted ? "during the TLS handshake"
        : Upgraded ? "while its HELLO was awaited"
        : "while the answer to the WebSocket request was awaited";

    public void Dispose() => _invoker.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        DnsEndPoint target = context.DnsEndPoint;
        bool direct = target.Port == _uri.Port && target.Host.Trim('[', ']').Equals(_uri.IdnHost.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
        Proxy = direct ? null : $"{target.Host}:{target.Port}";
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            SocketTuning.Apply(socket);
            await socket.ConnectAsync(target, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        Connected = true;
        return new NetworkStream(socket, ownsSocket: true);
    }

    private ValueTask<Stream> NoteSecurityAsync(SocketsHttpPlaintextStreamFilterContext context, CancellationToken cancellationToken)
    {
        if (context.PlaintextStream is SslStream tls)
        {
            Security = new RpcConnectionSecurity
            {
                IsEncrypted = true,
                Protocol = tls.SslProtocol,
                CipherSuite = tls.NegotiatedCipherSuite.ToString(),
                // An address is not asked for by SNI (RFC 6066 §3).
                ServerName = tls.TargetHostName is { Length: > 0 } name && !IPAddress.TryParse(name, out _) ? name : null,
                // The stream disposes of its own copy when it ends.
                PeerCertificate = tls.RemoteCertificate is { } certificate ? X509CertificateLoader.LoadCertificate(certificate.GetRawCertData()) : null,
            };
        }

        return new ValueTask<Stream>(context.PlaintextStream);
    }
}
