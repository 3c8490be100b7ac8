using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Subjects;

/// <summary>This project.</summary>
/// <param name="name">Tells apart how it is compiled and hosted.</param>
/// <param name="lifetime">How long a service object lives.</param>
internal sealed class OursSubject(string name, RpcServiceLifetime lifetime) : Subject
{
    public override string Name => name;

    public override string Description => $"RpcWss, {(lifetime == RpcServiceLifetime.Singleton ? "one service object for all calls" : "a dependency-injection scope and a service object for each call")}";

    public override void AddServices(IServiceCollection services) => services.AddRpcWss(rpc =>
    {
        rpc.Limits = OursClient.Limits;
        // Only a service that makes calls of its own needs what flows into them; the one for single objects makes none that need it.
        rpc.AddService<IComparison, ComparisonService>(new RpcServiceOptions { Lifetime = lifetime, FlowsCallState = false });
    });

    public override void Map(WebApplication app) => app.MapRpcWss("/rpc");

    public override async Task<Session> ConnectAsync(ServerAddress server) => new OursSession(await OursClient.ConnectAsync(server));
}
