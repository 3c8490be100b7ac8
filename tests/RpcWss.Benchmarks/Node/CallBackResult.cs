using MessagePack;

namespace RpcWss.Benchmarks.Node;

/// <summary>What a server measured of its calls to the client.</summary>
[MessagePackObject]
public sealed record CallBackResult
{
    [Key(0)]
    public long Calls { get; init; }

    [Key(1)]
    public double Seconds { get; init; }
}
