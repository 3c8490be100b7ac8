using System.Security.Cryptography.X509Certificates;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Wires;

/// <summary>Dials a <see cref="LoopbackHost"/> of this process or another.</summary>
internal static class LoopbackClient
{
    public static Task<RpcClient> ConnectAsync(Uri address, X509Certificate2 root, Side side)
    {
        RpcClientOptions options = OptionsFor(root);
        options.Limits = side.Options.Limits;
        options.DetailedErrors = side.Options.DetailedErrors;
        options.Observer = side.Observer;
        options.LoggerFactory = side.Log;
        side.HostOn(new OptionsRegistry(options));
        return RpcClient.ConnectAsync(address, options);
    }

    /// <summary>Options that trust one root and nothing else.</summary>
    public static RpcClientOptions OptionsFor(X509Certificate2 root) => new()
    {
        UseProxy = false,
        Tls = TlsPolicy.Intermediate with { TrustMode = TlsTrustMode.OwnRoots, TrustedRoots = [root], Revocation = TlsRevocationMode.Disabled },
    };

    private sealed class OptionsRegistry(RpcClientOptions options) : IServiceRegistry
    {
        public void Add<TContract>(TContract service) where TContract : class, IRpcContract<TContract> => options.AddService(service);
    }
}
