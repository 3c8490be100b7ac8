namespace RpcWss;

/// <summary>
/// Metadata that came with a response: give one to <see cref="RpcCallOptions.Response"/> and read it after the call completed.
/// </summary>
public sealed class RpcResponseMetadata
{
    /// <summary>What the service sent ahead of its result; null when it sent nothing.</summary>
    public RpcMetadata? Headers { get; internal set; }

    /// <summary>What the service sent with its result or error; null when it sent nothing.</summary>
    public RpcMetadata? Trailers { get; internal set; }
}
