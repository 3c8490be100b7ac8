namespace RpcWss.Protocol;

/// <summary>Why a connection ends (docs/protocol.md#goaway). A peer may send a number that is not named here.</summary>
internal enum GoAwayCode
{
    Shutdown = 0,
    ProtocolError = 1,
    VersionMismatch = 2,
    LimitExceeded = 3,
    TooManyFaults = 4,
    HandshakeTimeout = 5,
    IdleTimeout = 6,
    Draining = 7,
    AuthenticationExpired = 8,
    InternalError = 9,
}
