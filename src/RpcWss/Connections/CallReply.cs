namespace RpcWss.Connections;

/// <summary>How a call that was served here ended, as its STATUS tells it.</summary>
internal readonly record struct CallReply(
    RpcStatusCode Status, string? Message = null, RpcMetadata? Trailers = null, ReadOnlyMemory<byte> Detail = default, bool NotExecuted = false)
{
    public static CallReply Success => new(RpcStatusCode.OK);

    public static CallReply Refused(RpcStatusCode status, string message) => new(status, message, NotExecuted: true);
}
