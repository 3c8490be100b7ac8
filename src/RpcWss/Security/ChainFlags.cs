using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>What the platform found wrong with a chain.</summary>
internal static class ChainFlags
{
    public const X509ChainStatusFlags NoTrustedRoot = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;

    public const X509ChainStatusFlags UnknownRevocation = X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    public const X509ChainStatusFlags NameConstraints = X509ChainStatusFlags.HasNotPermittedNameConstraint | X509ChainStatusFlags.HasExcludedNameConstraint
        | X509ChainStatusFlags.HasNotDefinedNameConstraint | X509ChainStatusFlags.HasNotSupportedNameConstraint | X509ChainStatusFlags.InvalidNameConstraints;

    /// <summary>All flags of all its certificates.</summary>
    public static X509ChainStatusFlags Of(X509Chain chain)
    {
        X509ChainStatusFlags all = X509ChainStatusFlags.NoError;
        foreach (X509ChainStatus status in chain.ChainStatus)
        {
            all |= status.Status;
        }

        return all;
    }

    /// <summary>The lowest certificate whose extended key usage lacks a purpose; the platform flags all of the chain for it.</summary>
    public static X509Certificate2 NotFor(X509Chain chain, Oid purpose, X509Certificate2 leaf)
    {
        foreach (X509ChainElement element in chain.ChainElements)
        {
            foreach (X509EnhancedKeyUsageExtension usage in element.Certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>())
            {
                if (!usage.EnhancedKeyUsages.Cast<Oid>().Any(listed => listed.Value == purpose.Value))
                {
                    return element.Certificate;
                }
            }
        }

        return leaf;
    }

    /// <summary>The lowest certificate that has one of the flags; the leaf where none says so.</summary>
    public static X509Certificate2 With(X509Chain chain, X509ChainStatusFlags flags, X509Certificate2 leaf)
    {
        foreach (X509ChainElement element in chain.ChainElements)
        {
            foreach (X509ChainStatus status in element.ChainElementStatus)
            {
                if ((status.Status & flags) != 0)
                {
                    return element.Certificate;
                }
            }
        }

        return leaf;
    }
}
