namespace RpcWss;

/// <summary>Whether a server asks its clients for certificates.</summary>
public enum TlsClientAuthentication
{
    /// <summary>No certificate is asked for.</summary>
    None = 0,

    /// <summary>One is asked for; a client without one is let in, a client with one that the policy does not trust is not.</summary>
    Optional = 1,

    /// <summary>A client without a certificate that the policy trusts is refused.</summary>
    Required = 2,
}
