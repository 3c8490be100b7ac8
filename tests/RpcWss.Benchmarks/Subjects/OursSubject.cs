using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Subjects;

/// <summary>This project.</summary>
/// <param name="name">Tells apart how it is compiled and hosted.</param>
/// <param name="lifetime">How long a service object lives.</param>
internal sealed class OursSubject(string name, RpcServiceLifetime lifetime) : Subject
{
    // As many as the most callers that are measured, and payloads as large as the largest: nobody waits for a limit.
    private static readonly RpcLimits _limits = new() { MaxConcurrentCalls = 1024, MaxPayloadSize = 80 * 1024 * 1024, ReceiveBudget = 640L * 1024 * 1024 };

    public override string Name => name;

    public override string Description => $"RpcWss, {(lifetime == RpcServiceLifetime.Singleton ? "one service object for all calls" : "a dependency-injection scope and a service object for each call")}";

    public override void AddServices(IServiceCollection services) => services.AddRpcWss(rpc =>
    {
        rpc.Limits = _limits;
        // Only a service that makes calls of its own needs what flows into them; the one for single objects makes none that need it.
        rpc.AddService<IComparison, ComparisonService>(new RpcServiceOptions { Lifetime = lifetime, FlowsCallState = false });
    });

    public override void Map(WebApplication app) => app.MapRpcWss("/rpc");

    public override async Task<Session> ConnectAsync(ServerAddress server)
    {
        var options = new RpcClientOptions
        {
            UseProxy = false,
            Limits = _limits,
            Tls = TlsPolicy.Modern with { TrustMode = TlsTrustMode.OwnRoots, TrustedRoots = [server.Root], Revocation = TlsRevocationMode.Disabled },
        };
        options.AddService<IComparisonClient>(new OursSession.Client());
        return new OursSession(await RpcClient.ConnectAsync(server.WebSocket("/rpc"), options));
    }
}
