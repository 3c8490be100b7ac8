using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>
/// The certificate of a source, as of now: looks whether there is a new one when it is asked, at most once a second, and keeps the one it has while a new one
/// cannot be used. Nobody waits for another's look. Thread-safe.
/// </summary>
internal sealed class RotatingCertificate
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    private readonly TlsCertificateSource _source;
    private readonly string? _host;
    private readonly TimeProvider _time;
    private readonly Lock _looking = new();
    private readonly RotationObserver _observer;
    private SslStreamCertificateContext _current;
    private long _lookedAt;

    // Guarded by _looking.
    private string _version;
    private string? _failure;

    /// <param name="source">Where it comes from.</param>
    /// <param name="host">The host that it must cover; null for any.</param>
    /// <param name="time">The clock, of its dates too.</param>
    /// <param name="observer">Told of new certificates, and of those that cannot be used.</param>
    /// <exception cref="InvalidOperationException">There is none that can be used.</exception>
    public RotatingCertificate(TlsCertificateSource source, string? host, TimeProvider time, RotationObserver observer)
    {
        (_source, _host, _time, _observer) = (source, host, time, observer);
        _lookedAt = time.GetTimestamp();
        _version = source.Version;
        try
        {
            _current = Load();
        }
        catch (Exception error) when (IsUnusable(error))
        {
            throw new InvalidOperationException($"The certificate from {source.Description} cannot be used: {error.Message}", error);
        }
    }

    public SslStreamCertificateContext Current
    {
        get
        {
            if (_time.GetElapsedTime(Volatile.Read(ref _lookedAt)) >= _interval && _looking.TryEnter())
            {
                try
                {
                    Look();
                }
                finally
                {
                    _looking.Exit();
                }
            }

            return Volatile.Read(ref _current);
        }
    }

    private void Look()
    {
        Volatile.Write(ref _lookedAt, _time.GetTimestamp());
        try
        {
            string version = _source.Version;
            if (version == _version)
            {
                return;
            }

            SslStreamCertificateContext loaded = Load();
            Volatile.Write(ref _current, loaded);
            _version = version;
            _failure = null;
            _observer.Rotated(_source.Description, loaded.TargetCertificate);
        }
        catch (Exception error) when (IsUnusable(error))
        {
            // Half of a pair of files may be written; it is read again with the next look, and said once.
            if (_failure != error.Message)
            {
                _failure = error.Message;
                _observer.Failed(_source.Description, error);
            }
        }
    }

    private SslStreamCertificateContext Load()
    {
        CertificateWithChain read = _source.Read();
        X509Certificate2 certificate = read.Certificate;
        DateTime now = _time.GetUtcNow().UtcDateTime;
        if (now > certificate.NotAfter.ToUniversalTime() || now < certificate.NotBefore.ToUniversalTime())
        {
            throw new CryptographicException($"It is valid from {certificate.NotBefore.ToUniversalTime():u} to {certificate.NotAfter.ToUniversalTime():u}, which is not now.");
        }

        foreach (X509Certificate2 shown in (X509Certificate2[])[certificate, .. read.Above.Where(static above => !WeakCertificate.IsRoot(above))])
        {
            if (WeakCertificate.FlawOf(shown) is { } flaw)
            {
                throw new CryptographicException($"{(shown == certificate ? "It" : $"\"{shown.Subject}\", which is sent with it,")} {flaw}; no client would accept it.");
            }
        }

        // A wildcard stands for any one label.
        if (_host is not null && !CertificateNames.Cover(certificate, _host.Replace("*", "any", StringComparison.Ordinal)))
        {
            throw new CryptographicException($"It is not for {_host}; it has {CertificateNames.Describe(certificate)}.");
        }

        // Not offline: the platform then staples what the issuer's OCSP service says (RFC 6066 §8), which it asks for beside the handshakes. It needs the chain up to the root.
        return SslStreamCertificateContext.Create(certificate, read.Above, offline: false);
    }

    private static bool IsUnusable(Exception error) => error is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;
}
