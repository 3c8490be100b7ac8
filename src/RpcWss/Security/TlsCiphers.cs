using System.Net.Security;
using System.Security.Authentication;

namespace RpcWss.Security;

/// <summary>The cipher suites that a policy allows; null leaves the choice to the platform.</summary>
internal static class TlsCiphers
{
    /// <summary>Mozilla's "intermediate" recommendation, version 5.7, without those that the platform does not have.</summary>
    private static readonly TlsCipherSuite[] _intermediate =
    [
        TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    ];

    /// <summary>The platform offers nothing that is broken, and the server chooses.</summary>
    public static CipherSuitesPolicy? ForClient(TlsPolicy policy) => Of(policy.CipherSuites);

    /// <summary>TLS 1.3 has sound suites alone, and a list would cost session resumption.</summary>
    public static CipherSuitesPolicy? ForServer(TlsPolicy policy) =>
        Of(policy.CipherSuites.Count == 0 && policy.MinimumVersion != SslProtocols.Tls13 ? _intermediate : policy.CipherSuites);

    private static CipherSuitesPolicy? Of(IReadOnlyList<TlsCipherSuite> suites) =>
        suites.Count > 0 && (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()) ? new CipherSuitesPolicy(suites) : null;
}
