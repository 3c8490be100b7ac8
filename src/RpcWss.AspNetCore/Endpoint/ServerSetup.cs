using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RpcWss.Connections;
using RpcWss.Peers;
using RpcWss.Protocol;
using RpcWss.Security;
using RpcWss.Services;

namespace RpcWss.Endpoint;

/// <summary>What all connections of the host start with: made once, from the builder and the container.</summary>
internal sealed class ServerSetup
{
    private readonly ConnectionSetup _template;

    public ServerSetup(RpcWssBuilder builder, IServiceProvider provider, PeerDirectory peers, ILoggerFactory loggers)
    {
        builder.Validate();
        Origins = new OriginRule(builder.AllowedOrigins);
        AllowUnencryptedLoopback = builder.AllowUnencryptedLoopback;
        ChecksServerName = builder.CheckServerName;
        var services = new ServiceTable();
        foreach (Func<IServiceProvider, ServiceBinding> binding in builder.Bindings)
        {
            services.Add(binding(provider));
        }

        RpcInterceptor[] interceptors = [.. builder.Interceptors.Select(type => (RpcInterceptor)provider.GetRequiredService(type))];
        _template = new ConnectionSetup
        {
            Role = PeerRole.Server,
            Limits = builder.Limits,
            Services = services,
            ServiceProvider = provider,
            OutgoingInterceptors = interceptors,
            IncomingInterceptors = interceptors,
            Observer = builder.Observer,
            Starting = peers.Add,
            DetailedErrors = builder.DetailedErrors,
            TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System,
            Logger = loggers.CreateLogger("RpcWss.Server"),
        };
        if (RuntimeVersion.Warning(Environment.Version) is { } problem)
        {
            EndpointLog.UnsafeRuntime(_template.Logger, problem);
        }
    }

    public OriginRule Origins { get; }

    public bool AllowUnencryptedLoopback { get; }

    public bool ChecksServerName { get; }

    public ConnectionSetup For(ClaimsPrincipal user, RpcConnectionSecurity security) => _template with { User = user, Security = security };
}
