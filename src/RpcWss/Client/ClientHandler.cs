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
/// agreed on is noted while it passes. Over HTTP/2 it has one TLS connection in its life, so that what was noted is true of every stream.
/// </summary>
internal sealed class ClientHandler : IDisposable
{
    // What the server may have on the way to one WebSocket at first; the stack widens it as it measures the path. Its default, 64 KiB, lets a path of 50 ms have 1.3 MB a second until
    // then. Our reader always reads, and credit bounds what it has to keep, so this is no memory that waits to be filled.
    private const int InitialStreamWindow = 1024 * 1024;

    private readonly SocketsHttpHandler _handler;
    private readonly HttpMessageInvoker _invoker;
    private readonly Uri _uri;
    private readonly bool _encrypts;
    private readonly Action<uint>? _established;
    private FirstFrames? _frames;

    /// <param name="uri">The normalized address.</param>
    /// <param name="options">The options, checked.</param>
    /// <param name="established">For HTTP/2: called when TLS is up and the server has said how many streams it allows. Null for HTTP/1.1.</param>
    /// <exception cref="RpcConnectException">The client's own certificate cannot be used.</exception>
    public ClientHandler(Uri uri, RpcClientOptions options, Action<uint>? established = null)
    {
        _uri = uri;
        _established = established;
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
            // When the server allows no more streams, this asks for another connection, which is refused below, instead of letting a request wait for others to end.
            EnableMultipleHttp2Connections = true,
            InitialHttp2StreamWindowSize = InitialStreamWindow,
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

    /// <summary>Whether TLS is up and HTTP/2 was agreed on in it.</summary>
    public bool IsHttp2 { get; private set; }

    /// <summary>The refusal that the server began HTTP/2 with; null for none.</summary>
    public GoAwayNote? Refusal => _frames?.GoAway;

    /// <summary>How far the opening has got, for messages.</summary>
    public string Phase => !Connected ? "before a TCP connection came about"
        : _encrypts && !Security.IsEncrypted ? "during the TLS handshake"
        : "while the answer to the WebSocket request was awaited";

    public void Dispose() => _invoker.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        if (IsHttp2)
        {
            throw new ConnectionSpentException();
        }

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
        return _encrypts ? new SocketStream(socket, SystemRoots.ReadAhead()) : new NetworkStream(socket, ownsSocket: true);
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

        if (context.NegotiatedHttpVersion.Major < 2)
        {
            return new ValueTask<Stream>(context.PlaintextStream);
        }

        IsHttp2 = true;
        _frames = new FirstFrames(context.PlaintextStream, _established);
        return new ValueTask<Stream>(_frames);
    }
}
