namespace RpcWss.Protocol;

/// <summary>The first element of every frame (docs/protocol.md#frames).</summary>
internal enum FrameKind : byte
{
    Hello = 0,
    Call = 1,
    Status = 2,
    Cancel = 3,
    Chunk = 4,
    Headers = 5,
    Item = 6,
    End = 7,
    Credit = 8,
    Ping = 9,
    Pong = 10,
    GoAway = 11,
    Auth = 12,
    Ack = 13,
}
