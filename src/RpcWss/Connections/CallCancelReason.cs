namespace RpcWss.Connections;

/// <summary>Why a call that is served here should stop.</summary>
internal enum CallCancelReason : byte
{
    None,

    /// <summary>The caller sent CANCEL.</summary>
    Caller,

    Deadline,

    ConnectionLost,
}
