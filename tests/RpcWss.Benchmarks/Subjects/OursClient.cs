using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Subjects;

/// <summary>How a client of ours connects, and what it hosts.</summary>
internal sealed class OursClient : IComparisonClient
{
    /// <summary>As many calls as the most callers that are measured, and payloads as large as the largest: nobody waits for a limit.</summary>
    public static RpcLimits Limits { get; } = new() { MaxConcurrentCalls = 1024, MaxPayloadSize = 80 * 1024 * 1024, ReceiveBudget = 640L * 1024 * 1024 };

    public static Task<RpcClient> ConnectAsync(ServerAddress server)
    {
        var options = new RpcClientOptions
        {
            UseProxy = false,
            Limits = Limits,
            Tls = TlsPolicy.Modern with { TrustMode = TlsTrustMode.OwnRoots, TrustedRoots = [server.Root], Revocation = TlsRevocationMode.Disabled },
        };
        return RpcClient.ConnectAsync(server.WebSocket("/rpc"), options.AddService<IComparisonClient>(new OursClient()));
    }

    public ValueTask<int> AddAsync(int left, int right) => new(left + right);
}
