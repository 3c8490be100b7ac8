using RpcWss.Authorization;

namespace RpcWss.Services;

/// <summary>A service as it was added to the builder.</summary>
/// <param name="Bind">Makes its binding when the container is there.</param>
/// <param name="Demands">What each method of the contract demands of its callers, by ordinal.</param>
internal sealed record ServiceRegistration(Func<IServiceProvider, ServiceBinding> Bind, MethodDemand[] Demands);
