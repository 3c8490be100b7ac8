using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>How the chain of a peer's certificate is built and checked, by the policy.</summary>
internal static class PeerChainPolicy
{
    /// <summary>A revocation that cannot be looked up is no error; one that is known still is.</summary>
    private const X509VerificationFlags IgnoreUnknownRevocation =
        X509VerificationFlags.IgnoreEndRevocationUnknown
        | X509VerificationFlags.IgnoreCertificateAuthorityRevocationUnknown
        | X509VerificationFlags.IgnoreRootRevocationUnknown;

    /// <summary>id-kp-serverAuth (RFC 5280 §4.2.1.12).</summary>
    public static Oid ServerAuthentication { get; } = new("1.3.6.1.5.5.7.3.1");

    /// <summary>id-kp-clientAuth (RFC 5280 §4.2.1.12).</summary>
    public static Oid ClientAuthentication { get; } = new("1.3.6.1.5.5.7.3.2");

    /// <summary>For clients' certificates, at a server: the policy's own roots alone, and nothing is downloaded from addresses that a client's certificate names, but for revocation.</summary>
    public static X509ChainPolicy ForClients(TlsPolicy policy)
    {
        X509ChainPolicy created = ForServers(policy, ownRoots: true);
        created.DisableCertificateDownloads = true;
        created.ApplicationPolicy.Add(ClientAuthentication);
        return created;
    }

    /// <summary>For servers' certificates, at a client.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="ownRoots">Whether only the policy's own roots count; else the system's.</param>
    public static X509ChainPolicy ForServers(TlsPolicy policy, bool ownRoots)
    {
        var created = new X509ChainPolicy
        {
            // The platform's default would be no check at all.
            RevocationMode = policy.Revocation == TlsRevocationMode.Disabled ? X509RevocationMode.NoCheck : X509RevocationMode.Online,
            RevocationFlag = X509RevocationFlag.ExcludeRoot,
            VerificationFlags = policy.Revocation == TlsRevocationMode.BestEffort ? IgnoreUnknownRevocation : X509VerificationFlags.NoFlag,
            UrlRetrievalTimeout = policy.RetrievalTimeout,
        };
        if (ownRoots)
        {
            created.TrustMode = X509ChainTrustMode.CustomRootTrust;
            foreach (X509Certificate2 root in policy.TrustedRoots)
            {
                created.CustomTrustStore.Add(root);
            }
        }

        return created;
    }
}
