using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RpcWss.Security;

namespace RpcWss.Tls;

/// <summary>Decides, for each connection that a server accepts, how its TLS handshake goes.</summary>
internal sealed class ServerHandshake
{
    private readonly TlsPolicy _policy;
    private readonly CertificateTable _certificates;
    private readonly CipherSuitesPolicy? _ciphers;
    private readonly ILogger _logger;

    private ServerHandshake(TlsPolicy policy, CertificateTable certificates, ILogger logger)
    {
        Watch = new HandshakeWatch(TlsVersions.Enabled(policy), logger);
        _policy = policy;
        _certificates = certificates;
        _ciphers = TlsCiphers.ForServer(policy);
        _logger = logger;
    }

    /// <summary>Follows how handshakes fare.</summary>
    public HandshakeWatch Watch { get; }

    /// <exception cref="ArgumentException">The policy is none for a server.</exception>
    public static void Validate(TlsPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        policy.Validate();
        if (policy.ServerCertificates.Count == 0)
        {
            throw new ArgumentException("TlsPolicy.ServerCertificates is empty; give the server a certificate, under its host name or under \"*\".", nameof(policy));
        }

        if (policy.ClientAuthentication != TlsClientAuthentication.None && policy.TrustMode != TlsTrustMode.OwnRoots)
        {
            throw new ArgumentException(
                $"TlsPolicy.ClientAuthentication is {policy.ClientAuthentication} and TrustMode {policy.TrustMode}: any public authority would vouch for clients. Set TrustMode to OwnRoots, and TrustedRoots to the authority of your clients.",
                nameof(policy));
        }
    }

    /// <exception cref="InvalidOperationException">A certificate cannot be used.</exception>
    public static ServerHandshake Create(TlsPolicy policy, IServiceProvider services)
    {
        ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("RpcWss.Tls");
        return new ServerHandshake(policy, new CertificateTable(policy, services.GetService<TimeProvider>() ?? TimeProvider.System, logger), logger);
    }

    public async ValueTask<SslServerAuthenticationOptions> SelectAsync(TlsHandshakeCallbackContext context)
    {
        string name = context.ClientHelloInfo.ServerName;
        HandshakeProgress progress = context.Connection.Features.GetRequiredFeature<HandshakeProgress>();
        progress.Offered = context.ClientHelloInfo.SslProtocols;
        progress.ServerName = name;
        if (_certificates.Find(name) is not { } certificate)
        {
            progress.IsExplained = true;
            string asked = PeerText.Clean(name);
            TlsLog.UnknownName(_logger, asked, context.Connection.RemoteEndPoint);
            await UnrecognizedName.TellAsync(context.Connection, context.CancellationToken).ConfigureAwait(false);
            throw new AuthenticationException($"There is no certificate for \"{asked}\" (TlsPolicy.ServerCertificates).");
        }

        var options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificate.Current,
            EnabledSslProtocols = TlsVersions.Enabled(_policy),
            CipherSuitesPolicy = _ciphers,
            AllowRenegotiation = false,
        };
        if (_policy.ClientAuthentication != TlsClientAuthentication.None)
        {
            options.ClientCertificateRequired = true;
            options.CertificateChainPolicy = PeerChainPolicy.ForClients(_policy);
            options.RemoteCertificateValidationCallback = new ClientCertificateCheck(_policy, context.Connection, _logger).Note;
            // A resumed session would not show its certificate's intermediates again, and be refused.
            options.AllowTlsResume = false;
        }

        return options;
    }
}
