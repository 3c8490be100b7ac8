using System.Security.Authentication;

namespace RpcWss.Security;

/// <summary>The TLS versions that a policy allows.</summary>
internal static class TlsVersions
{
    public static SslProtocols Enabled(TlsPolicy policy) =>
        policy.MinimumVersion == SslProtocols.Tls13 ? SslProtocols.Tls13 : SslProtocols.Tls12 | SslProtocols.Tls13;
}
