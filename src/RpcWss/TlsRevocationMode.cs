namespace RpcWss;

/// <summary>What is asked about whether a certificate has been revoked. Roots are never checked.</summary>
public enum TlsRevocationMode
{
    /// <summary>A certificate known to be revoked is refused; where nothing can be found out the connection goes on.</summary>
    BestEffort = 0,

    /// <summary>A certificate is refused unless it is known not to be revoked.</summary>
    Required = 1,

    /// <summary>Nothing is asked.</summary>
    Disabled = 2,
}
