namespace RpcWss.Protocol;

/// <summary>What one side accepts from the other, as its HELLO announces it (docs/protocol.md#limits). Immutable.</summary>
internal sealed record ProtocolLimits
{
    /// <summary>What every implementation accepts; holds for a peer until its HELLO arrives.</summary>
    public static ProtocolLimits Minimum { get; } = new()
    {
        MaxFrame = 32 * 1024,
        MaxMessage = 128 * 1024,
        MaxPayload = 64 * 1024,
        MaxUncreditedPayload = 64 * 1024,
        MaxUnaryCalls = 16,
        MaxStreamingCalls = 16,
        MaxMetadataBytes = 8 * 1024,
        MaxMetadataEntries = 64,
        MaxMethodNames = 256,
        OneWayWindow = 64 * 1024,
        StreamWindow = 16 * 1024,
        MinPingIntervalMs = 0,
        IdleTimeoutMs = 0,
    };

    /// <summary>What this implementation announces unless its options say otherwise.</summary>
    public static ProtocolLimits Default { get; } = new();

    /// <summary>Bytes of one frame.</summary>
    public int MaxFrame { get; init; } = 32 * 1024;

    /// <summary>Bytes of one WebSocket message.</summary>
    public int MaxMessage { get; init; } = 128 * 1024;

    /// <summary>Bytes of one argument list, result or item.</summary>
    public int MaxPayload { get; init; } = 4 * 1024 * 1024;

    /// <summary>Bytes of an announced payload whose chunks may follow without credit.</summary>
    public int MaxUncreditedPayload { get; init; } = 128 * 1024;

    /// <summary>Unary calls in flight towards this side.</summary>
    public int MaxUnaryCalls { get; init; } = 100;

    /// <summary>Streaming calls open towards this side.</summary>
    public int MaxStreamingCalls { get; init; } = 1000;

    /// <summary>Size of one metadata list: bytes of keys and values, and 32 for each entry.</summary>
    public int MaxMetadataBytes { get; init; } = 8 * 1024;

    public int MaxMetadataEntries { get; init; } = 64;

    /// <summary>Method names that the peer may assign.</summary>
    public int MaxMethodNames { get; init; } = 4096;

    /// <summary>Initial credit of the peer's one-way calls, in bytes.</summary>
    public int OneWayWindow { get; init; } = 256 * 1024;

    /// <summary>Initial credit of each parameter stream, in bytes.</summary>
    public int StreamWindow { get; init; } = 16 * 1024;

    /// <summary>Least time between two PINGs of the peer, in milliseconds; 0 for no limit.</summary>
    public int MinPingIntervalMs { get; init; } = 5_000;

    /// <summary>Silence of the peer after which this side ends the connection, in milliseconds; 0 for never.</summary>
    public int IdleTimeoutMs { get; init; } = 35_000;
}
