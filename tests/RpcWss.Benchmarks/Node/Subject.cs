using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace RpcWss.Benchmarks.Node;

/// <summary>One of those that are compared: how its server is set up and how its client connects.</summary>
internal abstract class Subject
{
    /// <summary>As the command line and the results call it.</summary>
    public abstract string Name { get; }

    /// <summary>What exactly it is, in a line.</summary>
    public abstract string Description { get; }

    /// <summary>What its server listens for; the WebSocket needs HTTP/1.1.</summary>
    public virtual HttpProtocols Protocols => HttpProtocols.Http1;

    public virtual void Configure(KestrelServerOptions kestrel)
    {
    }

    public virtual void AddServices(IServiceCollection services)
    {
    }

    public abstract void Map(WebApplication app);

    /// <summary>Opens one connection.</summary>
    public abstract Task<Session> ConnectAsync(ServerAddress server);
}
