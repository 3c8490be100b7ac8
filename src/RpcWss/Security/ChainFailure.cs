using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>Puts into words why a certificate chain did not validate: the one reason that the reader can act on, the worst first.</summary>
internal static class ChainFailure
{
    public static CertificateRefusedException Describe(string host, X509Certificate2 leaf, X509Chain chain, TlsPolicy policy)
    {
        X509ChainStatusFlags all = All(chain);
        if (all.HasFlag(X509ChainStatusFlags.Revoked))
        {
            X509Certificate2 revoked = With(chain, X509ChainStatusFlags.Revoked) ?? leaf;
            return new(RpcConnectFailure.CertificateRevoked, $"{Which(revoked, leaf, host)} has been revoked. The server needs a new one.");
        }

        if (all.HasFlag(X509ChainStatusFlags.NotTimeValid))
        {
            X509Certificate2 outdated = With(chain, X509ChainStatusFlags.NotTimeValid) ?? leaf;
            return new(RpcConnectFailure.CertificateExpired,
                $"{Which(outdated, leaf, host)} is valid from {outdated.NotBefore.ToUniversalTime():u} to {outdated.NotAfter.ToUniversalTime():u}, which is not now. Renew it, or set this computer's clock.");
        }

        if ((all & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0)
        {
            string last = PeerText.Clean(chain.ChainElements.Count > 0 ? chain.ChainElements[^1].Certificate.Issuer : leaf.Issuer);
            string trusted = policy.TrustMode switch
            {
                TlsTrustMode.OwnRoots => "TlsPolicy.TrustedRoots does not hold",
                TlsTrustMode.Both => "neither the system nor TlsPolicy.TrustedRoots holds",
                _ => "the system does not trust",
            };
            return new(RpcConnectFailure.UntrustedRoot,
                $"The certificate of {host} leads to \"{last}\", which {trusted}. Add that root to TlsPolicy.TrustedRoots if it is yours, and see that the server sends its intermediate certificates.");
        }

        if ((all & (X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation)) != 0)
        {
            return new(RpcConnectFailure.RevocationUnknown,
                $"Whether the certificate of {host} has been revoked could not be found out, and TlsPolicy.Revocation is Required. Let this computer reach the issuer's revocation service, or use BestEffort.");
        }

        return new(RpcConnectFailure.CertificateInvalid, $"The certificate of {host} is not valid for a server: {all}. Replace it.");
    }

    /// <summary>Why a client's certificate is refused. Goes to the client, so it says nothing of the server's roots; ASCII, since it travels in a header.</summary>
    public static string OfClient(X509Certificate2 leaf, X509Chain chain)
    {
        X509ChainStatusFlags all = All(chain);
        return all.HasFlag(X509ChainStatusFlags.Revoked) ? "The client certificate has been revoked."
            : all.HasFlag(X509ChainStatusFlags.NotTimeValid)
                ? $"The client certificate, or one above it, is not valid now; it is valid from {leaf.NotBefore.ToUniversalTime():u} to {leaf.NotAfter.ToUniversalTime():u}."
            : (all & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0
                ? "The client certificate does not lead to an authority that is trusted here; see that its intermediate certificates are sent too."
            : all.HasFlag(X509ChainStatusFlags.NotValidForUsage) ? "The client certificate is not for client authentication."
            : (all & (X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation)) != 0
                ? "Whether the client certificate has been revoked could not be found out."
            : "The client certificate is not valid.";
    }

    private static X509ChainStatusFlags All(X509Chain chain)
    {
        X509ChainStatusFlags all = X509ChainStatusFlags.NoError;
        foreach (X509ChainStatus status in chain.ChainStatus)
        {
            all |= status.Status;
        }

        return all;
    }

    private static X509Certificate2? With(X509Chain chain, X509ChainStatusFlags flag)
    {
        foreach (X509ChainElement element in chain.ChainElements)
        {
            foreach (X509ChainStatus status in element.ChainElementStatus)
            {
                if (status.Status.HasFlag(flag))
                {
                    return element.Certificate;
                }
            }
        }

        return null;
    }

    private static string Which(X509Certificate2 certificate, X509Certificate2 leaf, string host) => certificate.Thumbprint == leaf.Thumbprint
        ? $"The certificate of {host}"
        : $"A certificate above that of {host}, \"{PeerText.Clean(certificate.Subject)}\",";
}
