namespace RpcWss.Protocol;

/// <summary>Which optional elements a STATUS carries; they follow in bit order (docs/protocol.md#status).</summary>
[Flags]
internal enum StatusFlags : byte
{
    None = 0,
    Message = 1,
    Detail = 2,
    Trailers = 4,

    /// <summary>The call is known not to have run. Has no element.</summary>
    NotExecuted = 8,
    Payload = 16,
}
