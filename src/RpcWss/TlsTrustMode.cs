namespace RpcWss;

/// <summary>Which roots a server's certificate may lead to.</summary>
public enum TlsTrustMode
{
    /// <summary>Those that the operating system trusts.</summary>
    System = 0,

    /// <summary>Those of <see cref="TlsPolicy.TrustedRoots"/> alone.</summary>
    OwnRoots = 1,

    /// <summary>Either.</summary>
    Both = 2,
}
