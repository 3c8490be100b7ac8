namespace RpcWss.Protocol;

/// <summary>Numbers fixed by version 1 of the wire format, which no peer can negotiate.</summary>
internal static class ProtocolConstants
{
    public const int Version = 1;
    public const string Subprotocol = "rpcwss.v1";

    /// <summary>The highest call id; in a GOAWAY it means "no last id yet".</summary>
    public const ulong MaxId = long.MaxValue;

    public const int MaxMethodNameBytes = 512;
    public const int MaxStatusMessageBytes = 4096;
    public const int MaxMetadataKeyBytes = 128;
    public const int MetadataEntryOverhead = 32;
    public const int MaxSessionBytes = 64;
    public const int MaxCallKeyBytes = 64;
    public const int SignatureHashBytes = 8;

    /// <summary>2^53: the highest integer that every language holds exactly. Longer deadlines read as this one.</summary>
    public const ulong MaxDeadlineMs = 1UL << 53;

    /// <summary>Frames count as one level (docs/protocol.md#depth).</summary>
    public const int MaxDepth = 64;

    public const int FirstOptionalKind = 64;
    public const int LastOptionalKind = 127;

    /// <summary>Status codes are gRPC's 0..16; a larger one reads as <see cref="UnknownStatus"/>.</summary>
    public const int LastStatus = 16;

    public const int UnknownStatus = 2;
}
