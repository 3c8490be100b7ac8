namespace RpcWss;

/// <summary>How the first access token of a connection gets to the server.</summary>
public enum RpcAccessTokenPlacement
{
    /// <summary>In the <c>Authorization</c> header of the request that opens the connection. The server refuses that request itself when the token is no good.</summary>
    Header = 0,

    /// <summary>
    /// As the first thing on the open connection, which the server must take (<c>RpcWssBuilder.InBandAuthentication</c>): for where headers cannot be set, or a
    /// proxy removes or logs them.
    /// </summary>
    InBand = 1,
}
