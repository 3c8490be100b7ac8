namespace RpcWss;

/// <summary>Why an access token is asked for.</summary>
public enum RpcTokenReason
{
    /// <summary>A connection is being opened.</summary>
    Connect = 0,

    /// <summary>The token of an open connection will expire before long. One that lasts longer is wanted.</summary>
    Refresh = 1,

    /// <summary>The token that was sent last, to refresh an open connection, was refused. Do not answer from a cache.</summary>
    Refused = 2,
}
