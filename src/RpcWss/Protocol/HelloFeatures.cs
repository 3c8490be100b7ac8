namespace RpcWss.Protocol;

/// <summary>What a side announces beside its limits (docs/protocol.md#hello).</summary>
[Flags]
internal enum HelloFeatures : ulong
{
    None = 0,

    /// <summary>Reserved; in force when both sides announce it.</summary>
    Resume = 1,

    /// <summary>The server takes AUTH on this connection.</summary>
    Auth = 2,

    /// <summary>The server serves nothing on this connection until AUTH has succeeded.</summary>
    AuthRequired = 4,
}
