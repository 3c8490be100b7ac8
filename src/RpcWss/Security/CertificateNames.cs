using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>The hosts that a certificate is for.</summary>
internal static class CertificateNames
{
    private const int MaxNamesInMessage = 5;

    /// <summary>
    /// Whether one of the certificate's subject alternative names covers the host. A common name does not count (RFC 9525 §2): the platform would
    /// accept it.
    /// </summary>
    public static bool Cover(X509Certificate2 certificate, string host) =>
        certificate.MatchesHostname(host.Trim('[', ']'), allowWildcards: true, allowCommonName: false);

    /// <summary>The names for a message, such as <c>"a.example, 10.0.0.1 and 3 more"</c>.</summary>
    public static string Describe(X509Certificate2 certificate)
    {
        List<string> names = [];
        foreach (X509SubjectAlternativeNameExtension extension in certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>())
        {
            names.AddRange(extension.EnumerateDnsNames());
            names.AddRange(extension.EnumerateIPAddresses().Select(address => address.ToString()));
        }

        if (names.Count == 0)
        {
            string common = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
            return $"no subject alternative name at all (its common name {PeerText.Clean(common)} does not count)";
        }

        string listed = string.Join(", ", names.Take(MaxNamesInMessage));
        listed = PeerText.Clean(listed);
        return names.Count > MaxNamesInMessage ? $"{listed} and {names.Count - MaxNamesInMessage} more" : listed;
    }
}
