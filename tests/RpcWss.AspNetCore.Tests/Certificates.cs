using RpcWss.Testing;

[assembly: AssemblyFixture(typeof(RpcWss.AspNetCore.Tests.Certificates))]

namespace RpcWss.AspNetCore.Tests;

/// <summary>The certificates of one run.</summary>
public sealed class Certificates : IDisposable
{
    public TestCertificates Test { get; } = new();

    /// <summary>Options of a client that trusts the test root alone.</summary>
    public RpcClientOptions Options() => new()
    {
        UseProxy = false,
        Tls = TlsPolicy.Intermediate with
        {
            TrustMode = TlsTrustMode.OwnRoots,
            TrustedRoots = [Test.Root.Certificate],
            Revocation = TlsRevocationMode.Disabled,
        },
    };

    public void Dispose() => Test.Dispose();
}
