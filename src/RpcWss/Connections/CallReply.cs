namespace RpcWss.Connections;

/// <summary>How a call that was served here ended, as its STATUS tells it.</summary>
internal sealed record CallReply(
    RpcStatusCode Status, string? Message = null, RpcMetadata? Trailers = null, ReadOnlyMemory<byte> Detail = default, bool NotExecuted = false)
{
    public static CallReply Success { get; } = new(RpcStatusCode.OK);

    public static CallReply Refused(RpcStatusCode status, string message) => new(status, message, NotExecuted: true);
}
