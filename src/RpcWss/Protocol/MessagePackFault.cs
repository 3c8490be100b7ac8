namespace RpcWss.Protocol;

/// <summary>Why a MessagePack value cannot be skipped.</summary>
internal enum MessagePackFault
{
    None,

    /// <summary>A length or count reaches beyond the bytes at hand.</summary>
    Truncated,

    /// <summary>Arrays and maps nest deeper than <see cref="ProtocolConstants.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>The byte 0xc1, which MessagePack never uses.</summary>
    NeverUsed,
}
