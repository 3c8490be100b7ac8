using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>
/// Decides whether a server's certificate is accepted, by the policy; whatever is refused throws with the reason. The platform has built the chain by
/// <see cref="PeerChainPolicy"/> before.
/// </summary>
/// <param name="policy">What is accepted.</param>
/// <param name="host">The host that is connected to. A TLS proxy on the way is checked by its own name, and is not pinned.</param>
internal sealed class ServerCertificateCheck(TlsPolicy policy, string host)
{
    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        string name = (sender as SslStream)?.TargetHostName is { Length: > 0 } target ? target : host;
        if (certificate is not X509Certificate2 leaf || chain is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            throw new CertificateRefusedException(RpcConnectFailure.CertificateInvalid, $"{name} showed no certificate. Check what listens there.");
        }

        if (!errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            CheckBesidesChain(name, leaf, chain);
            return true;
        }

        if (policy.TrustMode != TlsTrustMode.Both)
        {
            throw ChainFailure.Describe(name, leaf, chain, policy);
        }

        // The platform tried the system's roots; this tries our own, with the intermediates that the server sent.
        using var own = new X509Chain { ChainPolicy = PeerChainPolicy.ForServers(policy, ownRoots: true) };
        own.ChainPolicy.ApplicationPolicy.Add(PeerChainPolicy.ServerAuthentication);
        own.ChainPolicy.ExtraStore.AddRange(chain.ChainPolicy.ExtraStore);
        if (!own.Build(leaf))
        {
            // Of the two failures the one of the chain that leads to a root is the one to act on.
            bool leadsToOwnRoot = (ChainFlags.Of(own) & ChainFlags.NoTrustedRoot) == 0;
            throw ChainFailure.Describe(name, leaf, leadsToOwnRoot ? own : chain, policy);
        }

        CheckBesidesChain(name, leaf, own);
        return true;
    }

    private void CheckBesidesChain(string name, X509Certificate2 leaf, X509Chain chain)
    {
        if (WeakCertificate.FirstOf(chain) is { } weak)
        {
            throw ChainFailure.Weak(name, leaf, weak.Certificate, weak.Flaw);
        }

        if (!CertificateNames.Cover(leaf, name))
        {
            throw new CertificateRefusedException(
                RpcConnectFailure.CertificateName,
                $"The certificate that {name} showed is not for that name; it has {CertificateNames.Describe(leaf)}. Connect by one of its names, or give the server a certificate with {name} as subject alternative name.");
        }

        bool isProxy = !string.Equals(name, host, StringComparison.OrdinalIgnoreCase);
        if (policy.PinnedKeys.Count > 0 && !isProxy && !HoldsPinnedKey(chain))
        {
            string missing = policy.PinnedKeys.Count == 1 ? "does not hold the pinned key" : $"holds none of the {policy.PinnedKeys.Count} pinned keys";
            throw new CertificateRefusedException(
                RpcConnectFailure.PinMismatch,
                $"The certificate of {name} is valid and {missing}; its own key is {Convert.ToBase64String(KeyPin.Of(leaf))}. If the server changed its key, add that to TlsPolicy.PinnedKeys; if it did not, somebody is in between.");
        }
    }

    private bool HoldsPinnedKey(X509Chain chain)
    {
        foreach (X509ChainElement element in chain.ChainElements)
        {
            byte[] key = KeyPin.Of(element.Certificate);
            foreach (string pin in policy.PinnedKeys)
            {
                if (KeyPin.TryParse(pin, out byte[] pinned) && key.AsSpan().SequenceEqual(pinned))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
