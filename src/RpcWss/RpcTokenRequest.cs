namespace RpcWss;

/// <summary>What an access token is wanted for. Immutable.</summary>
public sealed class RpcTokenRequest
{
    internal RpcTokenRequest(Uri uri, RpcTokenReason reason)
    {
        Uri = uri;
        Reason = reason;
    }

    /// <summary>The server's address.</summary>
    public Uri Uri { get; }

    /// <summary>Why now.</summary>
    public RpcTokenReason Reason { get; }
}
