using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using RpcWss.Testing;

[assembly: AssemblyFixture(typeof(RpcWss.Client.Tests.Certificates))]

namespace RpcWss.Client.Tests;

/// <summary>The certificates of one run, and TLS settings made of them.</summary>
public sealed class Certificates : IDisposable
{
    public TestCertificates Test { get; } = new();

    /// <summary>Trusts the test root alone and asks nobody about revocation.</summary>
    public TlsPolicy Policy => TlsPolicy.Intermediate with
    {
        TrustMode = TlsTrustMode.OwnRoots,
        TrustedRoots = [Test.Root.Certificate],
        Revocation = TlsRevocationMode.Disabled,
    };

    public RpcClientOptions Options(TlsPolicy? policy = null) => new() { Tls = policy ?? Policy, UseProxy = false };

    public SslServerAuthenticationOptions Serve(X509Certificate2 certificate, SslProtocols protocols = SslProtocols.None) => new()
    {
        ServerCertificate = certificate,
        EnabledSslProtocols = protocols,
    };

    public void Dispose() => Test.Dispose();
}
