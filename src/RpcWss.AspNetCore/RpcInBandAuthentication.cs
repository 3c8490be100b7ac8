namespace RpcWss;

/// <summary>Whether peers may authenticate over the open connection, for where they cannot with the request that opens it.</summary>
public enum RpcInBandAuthentication
{
    /// <summary>They may not: the request alone counts, and when what it was authenticated by expires the connection ends.</summary>
    Off = 0,

    /// <summary>
    /// They may, to replace a token before it expires, or to become somebody where the endpoint admits anonymous peers. The endpoint's authorization applies to
    /// the request as ever, and to each token again.
    /// </summary>
    Optional = 1,

    /// <summary>
    /// Every peer is authenticated, whether by the request or over the connection. A request without credentials is let through; until a token has come that the
    /// endpoint's authorization accepts, nothing is served, and little else accepted, for <see cref="RpcLimits.HandshakeTimeout"/>.
    /// </summary>
    Required = 2,
}
