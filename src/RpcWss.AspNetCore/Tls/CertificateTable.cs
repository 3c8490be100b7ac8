using Microsoft.Extensions.Logging;
using RpcWss.Security;

namespace RpcWss.Tls;

/// <summary>Which certificate a server shows, by the name that the client asks for. Thread-safe.</summary>
internal sealed class CertificateTable
{
    private const string Any = "*";

    private readonly Dictionary<string, RotatingCertificate> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidOperationException">A certificate cannot be used.</exception>
    public CertificateTable(TlsPolicy policy, TimeProvider time, ILogger logger)
    {
        var observer = new LoggedRotation(logger);
        foreach ((string name, TlsCertificateSource source) in policy.ServerCertificates)
        {
            string host = HostName.ToAscii(name);
            _byName.Add(host, new RotatingCertificate(source, host == Any ? null : host, time, observer));
        }
    }

    /// <summary>The certificate for a name, for the wildcard above it, or for all others; null where there is none of these.</summary>
    public RotatingCertificate? Find(string? name)
    {
        name = HostName.ToAscii(name?.TrimEnd('.') ?? "");
        return _byName.GetValueOrDefault(name)
            ?? (name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? _byName.GetValueOrDefault($"{Any}{name[dot..]}") : null)
            ?? _byName.GetValueOrDefault(Any);
    }

    private sealed class LoggedRotation(ILogger logger) : RotationObserver
    {
        public override void Rotated(string source, System.Security.Cryptography.X509Certificates.X509Certificate2 certificate) =>
            TlsLog.Rotated(logger, source, certificate.Thumbprint, certificate.NotAfter.ToUniversalTime());

        public override void Failed(string source, Exception error) => TlsLog.RotationFailed(logger, source, error);
    }
}
