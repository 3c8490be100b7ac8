namespace RpcWss.Connections;

/// <summary>Why the transport closes: the WebSocket status codes that the protocol uses (RFC 6455 §7.4.1).</summary>
internal enum TransportCloseCode
{
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    InvalidMessageType = 1003,
    PolicyViolation = 1008,
    MessageTooBig = 1009,
    InternalError = 1011,
}
