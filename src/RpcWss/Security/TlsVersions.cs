using System.Net.Security;
using System.Security.Authentication;

namespace RpcWss.Security;

/// <summary>The TLS versions that a policy allows.</summary>
internal static class TlsVersions
{
    /// <summary>A version without a suite is left out: the TLS library would refuse to start a handshake with it.</summary>
    public static SslProtocols Enabled(TlsPolicy policy)
    {
        bool has12 = policy.CipherSuites.Count == 0 || policy.CipherSuites.Any(static suite => !IsOf13(suite));
        bool has13 = policy.CipherSuites.Count == 0 || policy.CipherSuites.Any(IsOf13);
        return (policy.MinimumVersion == SslProtocols.Tls12 && has12 ? SslProtocols.Tls12 : SslProtocols.None) | (has13 ? SslProtocols.Tls13 : SslProtocols.None);
    }

    /// <summary>Those of TLS 1.3 have numbers of their own (RFC 8446 §B.4).</summary>
    private static bool IsOf13(TlsCipherSuite suite) => (ushort)suite >> 8 == 0x13;
}
