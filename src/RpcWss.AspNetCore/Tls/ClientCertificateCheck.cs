using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using RpcWss.Security;

namespace RpcWss.Tls;

/// <summary>
/// Judges the certificate of one client. A refusal is noted on the connection instead of failing the handshake, which would give the client no reason: the platform sends
/// no TLS alert for it, and with TLS 1.3 the client takes the handshake for finished.
/// </summary>
internal sealed class ClientCertificateCheck(TlsPolicy policy, ConnectionContext connection, ILogger logger)
{
    /// <summary>Always lets the handshake go on.</summary>
    public bool Note(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (Refusal(certificate as X509Certificate2, chain, errors) is { } reason)
        {
            TlsLog.ClientRefused(logger, connection.RemoteEndPoint, reason);
            connection.Features.Set(new ClientRefusal(reason));
        }

        return true;
    }

    private string? Refusal(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return policy.ClientAuthentication == TlsClientAuthentication.Required ? "A client certificate is required." : null;
        }

        if (chain is null || errors is not (SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return chain is null ? "The client certificate cannot be validated." : ClientChainFailure.Describe(certificate, chain);
        }

        return WeakCertificate.FirstOf(chain) is { } weak ? ClientChainFailure.Weak(certificate, weak.Certificate, weak.Flaw) : null;
    }
}

/// <summary>On a connection: its client's certificate is refused, and why.</summary>
internal sealed record ClientRefusal(string Reason);
