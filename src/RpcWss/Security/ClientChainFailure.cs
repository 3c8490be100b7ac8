using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>
/// Puts into words why a client's certificate is refused. It goes to the client, so it says nothing of the server's roots; in ASCII, since it travels in a header.
/// </summary>
internal static class ClientChainFailure
{
    public static string Describe(X509Certificate2 leaf, X509Chain chain)
    {
        X509ChainStatusFlags all = ChainFlags.Of(chain);
        if (all.HasFlag(X509ChainStatusFlags.Revoked))
        {
            return $"{Which(chain, X509ChainStatusFlags.Revoked, leaf)} has been revoked.";
        }

        if (all.HasFlag(X509ChainStatusFlags.NotTimeValid))
        {
            X509Certificate2 outdated = ChainFlags.With(chain, X509ChainStatusFlags.NotTimeValid, leaf);
            return $"{Which(outdated, leaf)} is valid from {outdated.NotBefore.ToUniversalTime():u} to {outdated.NotAfter.ToUniversalTime():u}, which is not now.";
        }

        return (all & ChainFlags.NoTrustedRoot) != 0 ? "The client certificate does not lead to an authority that is trusted here; see that its intermediate certificates are sent too."
            : all.HasFlag(X509ChainStatusFlags.InvalidBasicConstraints) ? $"{Which(chain, X509ChainStatusFlags.InvalidBasicConstraints, leaf)} may not issue what is below it (basic constraints)."
            : all.HasFlag(X509ChainStatusFlags.NotValidForUsage) ? $"{Which(ChainFlags.NotFor(chain, PeerChainPolicy.ClientAuthentication, leaf), leaf)} is not for client authentication."
            : (all & ChainFlags.UnknownRevocation) != 0 ? $"{Which(chain, ChainFlags.UnknownRevocation, leaf)} may have been revoked; that could not be found out."
            : "The client certificate is not valid.";
    }

    public static string Weak(X509Certificate2 leaf, X509Certificate2 weak, string flaw) => $"{Which(weak, leaf)} {flaw}.";

    private static string Which(X509Chain chain, X509ChainStatusFlags flags, X509Certificate2 leaf) => Which(ChainFlags.With(chain, flags, leaf), leaf);

    private static string Which(X509Certificate2 certificate, X509Certificate2 leaf) =>
        certificate.Thumbprint == leaf.Thumbprint ? "The client certificate" : "A certificate above the client's";
}
