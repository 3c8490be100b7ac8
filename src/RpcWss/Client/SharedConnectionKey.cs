using System.Net;
using System.Security.Cryptography;

namespace RpcWss.Client;

/// <summary>What has to be equal for a TLS connection to be shared: all that decides who is at its other end, and as whom this end appears.</summary>
/// <param name="Host">The server's name or address.</param>
/// <param name="Port">Its port.</param>
/// <param name="Trust">What the policy demands of the server and of TLS.</param>
/// <param name="ClientCertificate">Where the client's own certificate comes from; null for none.</param>
/// <param name="ClientCertificateVersion">What that is at present: a renewed one needs a new handshake.</param>
/// <param name="UseProxy">Whether a proxy is used.</param>
/// <param name="Proxy">The proxy, null for the environment's.</param>
internal sealed record SharedConnectionKey(
    string Host, int Port, string Trust, TlsCertificateSource? ClientCertificate, string? ClientCertificateVersion, bool UseProxy, IWebProxy? Proxy)
{
    public static SharedConnectionKey Of(Uri uri, RpcClientOptions options) => new(
        uri.IdnHost, uri.Port, TrustOf(options.Tls), options.Tls.ClientCertificate, VersionOf(options.Tls.ClientCertificate), options.UseProxy, options.Proxy);

    // By content: two policies that were made alike are equal here, which records that hold lists are not.
    private static string TrustOf(TlsPolicy policy) => string.Join(
        '|',
        policy.MinimumVersion,
        string.Join(',', policy.CipherSuites),
        policy.TrustMode,
        string.Join(',', policy.TrustedRoots.Select(root => root.GetCertHashString(HashAlgorithmName.SHA256))),
        string.Join(',', policy.PinnedKeys),
        policy.Revocation,
        policy.RetrievalTimeout);

    private static string? VersionOf(TlsCertificateSource? source)
    {
        try
        {
            return source?.Version;
        }
        catch (IOException)
        {
            // It will be told with its reason when the certificate is read.
            return "";
        }
    }
}
