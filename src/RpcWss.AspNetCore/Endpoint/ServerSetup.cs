using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RpcWss.Authentication;
using RpcWss.Authorization;
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
    private readonly IServiceScopeFactory _scopes;
    private readonly PeerDirectory _peers;
    private readonly string? _scheme;

    public ServerSetup(RpcWssBuilder builder, IServiceProvider provider, PeerDirectory peers, ILoggerFactory loggers)
    {
        builder.Validate();
        if (builder.InBandAuthentication != RpcInBandAuthentication.Off && provider.GetService<IServiceProviderIsService>()?.IsService(typeof(IAuthenticationService)) == false)
        {
            throw new InvalidOperationException("RpcWssBuilder.InBandAuthentication needs the app's authentication. Call builder.Services.AddAuthentication(...) and add a scheme.");
        }

        Origins = new OriginRule(builder.AllowedOrigins);
        AllowUnencryptedLoopback = builder.AllowUnencryptedLoopback;
        ChecksServerName = builder.CheckServerName;
        InBand = builder.InBandAuthentication;
        _scopes = provider.GetRequiredService<IServiceScopeFactory>();
        _scheme = builder.InBandAuthenticationScheme;
        _peers = peers;
        ILogger logger = loggers.CreateLogger("RpcWss.Server");
        var services = new ServiceTable();
        foreach (ServiceRegistration service in builder.Registrations)
        {
            services.Add(GuardedBinding.Around(service.Bind(provider), service.Demands, builder.DenyUnmarkedMethods, provider, logger));
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
            Starting = peers.Start,
            MaxAge = builder.MaxConnectionAge,
            DetailedErrors = builder.DetailedErrors,
            TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System,
            Logger = logger,
        };
        if (RuntimeVersion.Warning(Environment.Version) is { } problem)
        {
            EndpointLog.UnsafeRuntime(logger, problem);
        }
    }

    public OriginRule Origins { get; }

    public bool AllowUnencryptedLoopback { get; }

    public bool ChecksServerName { get; }

    /// <summary>How peers may authenticate beside the request.</summary>
    public RpcInBandAuthentication InBand { get; }

    public ConnectionSetup For(HttpContext context, UpgradeIdentity identity, ConnectionSeat seat) => _template with
    {
        User = context.User,
        UserExpiresAt = identity.ExpiresAt,
        RequiresToken = identity.RequiresToken,
        Tokens = InBand == RpcInBandAuthentication.Off ? null : new InBandAuthority(_scopes, new InBandRequest(context), _scheme, identity.Policy, seat, _peers),
        Security = EndpointSecurity.Of(context),
    };
}
