using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RpcWss.Authorization;
using RpcWss.Services;

namespace RpcWss;

/// <summary>
/// What a host offers to the peers that connect to it: services, limits, observers. Given to the callback of <c>AddRpcWss</c>; several calls of that
/// add to the same. Read when the first endpoint is mapped; later changes have no effect. Not thread-safe.
/// </summary>
public sealed class RpcWssBuilder
{
    private readonly List<ServiceRegistration> _registrations = [];
    private readonly HashSet<string> _contracts = new(StringComparer.Ordinal);
    private readonly List<Type> _interceptors = [];

    internal RpcWssBuilder(IServiceCollection services) => Services = services;

    /// <summary>The container's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The bounds of each connection.</summary>
    public RpcLimits Limits { get; set; } = new();

    /// <summary>
    /// Whether callers get the type and text of exceptions that services do not handle. Default: <see langword="false"/>; they may hold what a caller
    /// should not see.
    /// </summary>
    public bool DetailedErrors { get; set; }

    /// <summary>
    /// Whether plain <c>ws</c>, without any encryption, is accepted from this same computer. Default: <see langword="false"/>. Behind a proxy that
    /// terminates TLS use the framework's forwarded-headers middleware instead, which makes such a request count as encrypted.
    /// </summary>
    public bool AllowUnencryptedLoopback { get; set; }

    /// <summary>
    /// Whether the Host header must name the host that the TLS handshake named; another is answered 421 (RFC 9110 §7.4), or one host's client could reach what
    /// is routed for another. Default: <see langword="true"/>. Turn it off behind a proxy that opens TLS to this server under another name than its clients use.
    /// </summary>
    public bool CheckServerName { get; set; } = true;

    /// <summary>
    /// Origins that may connect beside the endpoint's own, such as <c>https://app.example</c>. Only browsers send an origin; a request without one is
    /// not judged by it. Default: none.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>How many connections there may be at a time. Default: 10,000. A further one is answered 503 with <c>Retry-After</c>.</summary>
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>
    /// How many connections there may be from one address, or from one IPv6 network of 64 bits. Default: null, no limit, since many clients may share
    /// one behind a proxy.
    /// </summary>
    public int? MaxConnectionsPerAddress { get; set; }

    /// <summary>
    /// How many connections one user may have, by the id that <see cref="IRpcPeers.FindByUser"/> uses; anonymous peers are not counted. Default:
    /// null, no limit.
    /// </summary>
    public int? MaxConnectionsPerUser { get; set; }

    /// <summary>
    /// Whether peers may authenticate over the open connection, beside the request that opens it; what judges their tokens are the app's authentication handlers
    /// and the endpoint's authorization. Default: <see cref="RpcInBandAuthentication.Off"/>.
    /// </summary>
    public RpcInBandAuthentication InBandAuthentication { get; set; }

    /// <summary>
    /// The authentication scheme of the app that reads such tokens. Default: null, those of the endpoint's authorization policy, or without any the app's default
    /// one.
    /// </summary>
    public string? InBandAuthenticationScheme { get; set; }

    /// <summary>
    /// After how long a connection is ended in order, give or take a tenth: peers then connect anew, perhaps to another host or under other rules. Default: null,
    /// never.
    /// </summary>
    public TimeSpan? MaxConnectionAge { get; set; }

    /// <summary>
    /// Whether calls of methods are refused of which nothing is said: neither <c>[Authorize]</c> nor <c>[AllowAnonymous]</c> is on the method, on the service that
    /// implements it or on the contract. The log names them when the first endpoint is mapped. Default: <see langword="false"/>, whoever has a connection may call them.
    /// </summary>
    public bool DenyUnmarkedMethods { get; set; }

    /// <summary>Told what happens on the connections. Default: null, nobody.</summary>
    public RpcObserver? Observer { get; set; }

    internal IReadOnlyList<ServiceRegistration> Registrations => _registrations;

    internal IReadOnlyList<Type> Interceptors => _interceptors;

    /// <summary>
    /// Hosts a service with one object and one dependency-injection scope for each call. <c>[Authorize]</c> and <c>[AllowAnonymous]</c> on its class, its methods,
    /// the contract and the contract's methods count for each call; see <c>docs/authentication.md#who-may-call-what</c>.
    /// </summary>
    /// <typeparam name="TContract">The contract.</typeparam>
    /// <typeparam name="TService">What implements it; registered in the container unless it is there already.</typeparam>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">The contract is hosted already, or an <c>[Authorize]</c> names authentication schemes, which are the endpoint's to name.</exception>
    public RpcWssBuilder AddService<[DynamicallyAccessedMembers(ServiceDemands.Methods)] TContract, [DynamicallyAccessedMembers(ServiceDemands.Methods | DynamicallyAccessedMemberTypes.PublicConstructors)] TService>()
        where TContract : class, IRpcContract<TContract>
        where TService : class, TContract => AddService<TContract, TService>(new RpcServiceOptions());

    /// <summary>Hosts a service whose objects live as long as <paramref name="lifetime"/> says.</summary>
    /// <inheritdoc cref="AddService{TContract, TService}()"/>
    public RpcWssBuilder AddService<[DynamicallyAccessedMembers(ServiceDemands.Methods)] TContract, [DynamicallyAccessedMembers(ServiceDemands.Methods | DynamicallyAccessedMemberTypes.PublicConstructors)] TService>(RpcServiceLifetime lifetime)
        where TContract : class, IRpcContract<TContract>
        where TService : class, TContract => AddService<TContract, TService>(new RpcServiceOptions { Lifetime = lifetime });

    /// <summary>Hosts a service as <paramref name="options"/> says.</summary>
    /// <inheritdoc cref="AddService{TContract, TService}()"/>
    public RpcWssBuilder AddService<[DynamicallyAccessedMembers(ServiceDemands.Methods)] TContract, [DynamicallyAccessedMembers(ServiceDemands.Methods | DynamicallyAccessedMemberTypes.PublicConstructors)] TService>(RpcServiceOptions options)
        where TContract : class, IRpcContract<TContract>
        where TService : class, TContract
    {
        ArgumentNullException.ThrowIfNull(options);
        bool flows = options.FlowsCallState;
        switch (options.Lifetime)
        {
            case RpcServiceLifetime.Scoped:
                Add<TContract>(typeof(TService), provider => new ScopedBinding<TContract, TService>(provider.GetRequiredService<IServiceScopeFactory>(), flows));
                Services.TryAddScoped<TService>();
                break;
            case RpcServiceLifetime.Singleton:
                Add<TContract>(typeof(TService), provider => new SingletonBinding<TContract, TService>(provider, flows));
                Services.TryAddSingleton<TService>();
                break;
            case RpcServiceLifetime.PerConnection:
                Add<TContract>(typeof(TService), provider => new PerConnectionBinding<TContract, TService>(provider.GetRequiredService<ConnectionScopes>(), flows));
                Services.TryAddScoped<TService>();
                break;
            default:
                throw new ArgumentException($"{options.Lifetime} is no RpcServiceLifetime.", nameof(options));
        }

        return this;
    }

    /// <summary>Hosts one object for all calls of all connections. It is not disposed of.</summary>
    /// <exception cref="InvalidOperationException">The contract is hosted already.</exception>
    public RpcWssBuilder AddService<[DynamicallyAccessedMembers(ServiceDemands.Methods)] TContract>(TContract service) where TContract : class, IRpcContract<TContract>
    {
        ArgumentNullException.ThrowIfNull(service);
        Add<TContract>(service.GetType(), _ => new InstanceBinding<TContract>(service, flowsCallState: true));
        return this;
    }

    /// <summary>
    /// Adds an interceptor, one object for the host, which sees every call in both directions (<see cref="RpcInterceptedCall.IsOutgoing"/> tells
    /// which). The first one added is the outermost.
    /// </summary>
    /// <returns>This builder.</returns>
    public RpcWssBuilder AddInterceptor<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TInterceptor>()
        where TInterceptor : RpcInterceptor
    {
        Services.TryAddSingleton<TInterceptor>();
        _interceptors.Add(typeof(TInterceptor));
        return this;
    }

    /// <summary>Adds an observer, one object for the host, which is told when peers connect and disconnect.</summary>
    /// <returns>This builder.</returns>
    public RpcWssBuilder AddPeerObserver<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TObserver>()
        where TObserver : class, IRpcPeerObserver
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IRpcPeerObserver, TObserver>());
        return this;
    }

    /// <exception cref="ArgumentException">A value is not possible; the message names it.</exception>
    internal void Validate()
    {
        Limits.Validate();
        AtLeastOne(MaxConnections, nameof(MaxConnections));
        AtLeastOne(MaxConnectionsPerAddress, nameof(MaxConnectionsPerAddress));
        AtLeastOne(MaxConnectionsPerUser, nameof(MaxConnectionsPerUser));
        if (MaxConnectionAge <= TimeSpan.Zero)
        {
            throw new ArgumentException($"RpcWssBuilder.MaxConnectionAge is {MaxConnectionAge}; it must be more than zero, or null for no limit.", nameof(MaxConnectionAge));
        }
    }

    private static void AtLeastOne(int? value, string name)
    {
        if (value < 1)
        {
            throw new ArgumentException($"RpcWssBuilder.{name} is {value}; it must be at least 1.", name);
        }
    }

    private void Add<[DynamicallyAccessedMembers(ServiceDemands.Methods)] TContract>(Type service, Func<IServiceProvider, ServiceBinding> binding) where TContract : class, IRpcContract<TContract>
    {
        if (!_contracts.Add(TContract.__RpcDescriptor.Name))
        {
            throw new InvalidOperationException(
                $"The contract {TContract.__RpcDescriptor.Name} is hosted already. Add each contract once, or give one of them another name with [RpcContract(Name = ...)].");
        }

        MethodDemand[] demands = ServiceDemands.Of(TContract.__RpcDescriptor, typeof(TContract), service);
        _registrations.Add(new ServiceRegistration(binding, demands));
    }
}
