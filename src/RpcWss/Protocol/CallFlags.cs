namespace RpcWss.Protocol;

/// <summary>Which optional elements a CALL carries; they follow in bit order (docs/protocol.md#call).</summary>
[Flags]
internal enum CallFlags : byte
{
    None = 0,
    Deadline = 1,
    Name = 2,
    Metadata = 4,

    /// <summary>No answer is sent for this call. Has no element.</summary>
    OneWay = 8,
    Parent = 16,
    Credit = 32,
    Key = 64,
}
