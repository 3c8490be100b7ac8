using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>Puts into words why the chain of a server's certificate did not validate: the one reason that the reader can act on, the worst first.</summary>
internal static class ChainFailure
{
    public static CertificateRefusedException Describe(string host, X509Certificate2 leaf, X509Chain chain, TlsPolicy policy)
    {
        X509ChainStatusFlags all = ChainFlags.Of(chain);
        if (all.HasFlag(X509ChainStatusFlags.Revoked))
        {
            string revoked = Which(ChainFlags.With(chain, X509ChainStatusFlags.Revoked, leaf), leaf, host);
            return new(RpcConnectFailure.CertificateRevoked, $"{Sentence(revoked)} has been revoked. The server needs a new one.");
        }

        if (all.HasFlag(X509ChainStatusFlags.NotTimeValid))
        {
            X509Certificate2 outdated = ChainFlags.With(chain, X509ChainStatusFlags.NotTimeValid, leaf);
            return new(RpcConnectFailure.CertificateExpired,
                $"{Sentence(Which(outdated, leaf, host))} is valid from {outdated.NotBefore.ToUniversalTime():u} to {outdated.NotAfter.ToUniversalTime():u}, which is not now. Renew it, or set this computer's clock.");
        }

        if ((all & ChainFlags.NoTrustedRoot) != 0)
        {
            return NotTrusted(host, leaf, chain, policy);
        }

        if ((all & ChainFlags.UnknownRevocation) != 0)
        {
            string unknown = Which(ChainFlags.With(chain, ChainFlags.UnknownRevocation, leaf), leaf, host);
            return new(RpcConnectFailure.RevocationUnknown,
                $"Whether {unknown} has been revoked could not be found out, and TlsPolicy.Revocation is Required. Let this computer reach the issuer's revocation service, or use BestEffort.");
        }

        return new(RpcConnectFailure.CertificateInvalid, Invalid(host, leaf, chain, all));
    }

    /// <summary>Why a certificate of a chain that did validate is refused all the same.</summary>
    public static CertificateRefusedException Weak(string host, X509Certificate2 leaf, X509Certificate2 weak, string flaw) =>
        new(RpcConnectFailure.CertificateInvalid, $"{Sentence(Which(weak, leaf, host))} {flaw}. Give the server a new one.");

    private static CertificateRefusedException NotTrusted(string host, X509Certificate2 leaf, X509Chain chain, TlsPolicy policy)
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

    private static string Invalid(string host, X509Certificate2 leaf, X509Chain chain, X509ChainStatusFlags all)
    {
        if (all.HasFlag(X509ChainStatusFlags.InvalidBasicConstraints))
        {
            string above = Which(ChainFlags.With(chain, X509ChainStatusFlags.InvalidBasicConstraints, leaf), leaf, host);
            return $"{Sentence(above)} may not issue what is below it (basic constraints). Give the server one from a proper authority.";
        }

        if ((all & ChainFlags.NameConstraints) != 0)
        {
            return $"An authority above the certificate of {host} may not issue it for the names that it has (name constraints): {CertificateNames.Describe(leaf)}. Give the server one from an authority that may.";
        }

        if (all.HasFlag(X509ChainStatusFlags.NotValidForUsage))
        {
            string other = Which(ChainFlags.NotFor(chain, PeerChainPolicy.ServerAuthentication, leaf), leaf, host);
            return $"{Sentence(other)} is not for servers: its extended key usage lacks serverAuth. Give the server one that has it.";
        }

        return $"The certificate of {host} is not valid for a server: {all}. Replace it.";
    }

    private static string Which(X509Certificate2 certificate, X509Certificate2 leaf, string host) => certificate.Thumbprint == leaf.Thumbprint
        ? $"the certificate of {host}"
        : $"a certificate above that of {host}, \"{PeerText.Clean(certificate.Subject)}\",";

    private static string Sentence(string start) => string.Concat(char.ToUpperInvariant(start[0]).ToString(), start.AsSpan(1));
}
