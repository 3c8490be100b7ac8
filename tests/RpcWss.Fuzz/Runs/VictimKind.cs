namespace RpcWss.Fuzz.Runs;

/// <summary>How a connection under attack is set up: the defaults, and limits under which an attack gets further before it is ended.</summary>
internal sealed record VictimKind(string Name, RpcLimits Limits, bool TakesTokens = false, bool RequiresToken = false)
{
    private static readonly RpcLimits _forgiving = new() { AbnormalEndBurst = 1_000_000, AbnormalEndsPerSecond = 1_000_000 };

    private static readonly RpcLimits _small = new()
    {
        AbnormalEndBurst = 1_000_000, MaxPayloadSize = 64 * 1024, ReceiveBudget = 512 * 1024, MaxConcurrentCalls = 16, MaxStreamingCalls = 16, OneWayWindow = 64 * 1024,
        MaxUnsentBytes = 64 * 1024, MaxStreamWindow = 64 * 1024,
    };

    public static IReadOnlyList<VictimKind> All { get; } =
    [
        new("default", new RpcLimits()),
        new("forgiving", _forgiving),
        new("forgiving", _forgiving),
        new("small", _small),
        new("small", _small),
        new("tokens", _forgiving, TakesTokens: true),
        new("tokens required", new RpcLimits(), TakesTokens: true, RequiresToken: true),
    ];
}
