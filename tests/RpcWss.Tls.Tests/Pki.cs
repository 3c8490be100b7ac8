using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using RpcWss.Tls.Tests.Hosts;

[assembly: AssemblyFixture(typeof(RpcWss.Tls.Tests.Pki))]

namespace RpcWss.Tls.Tests;

/// <summary>The authorities of one run, and where they publish who is revoked. Thread-safe.</summary>
public sealed class Pki : IAsyncDisposable
{
    private readonly ConcurrentBag<IDisposable> _owned = [];

    public Pki()
    {
        Root = Own(TestAuthority.CreateRoot("RpcWss Test Root"));
        OtherRoot = Own(TestAuthority.CreateRoot("RpcWss Other Root"));
        Intermediate = Own(Root.CreateIntermediate("RpcWss Test Intermediate"));
        Lower = Own(Intermediate.CreateIntermediate("RpcWss Lower Intermediate"));
        Server = Root.Issue("localhost", ["localhost", "127.0.0.1"]);
    }

    /// <summary>Trusted.</summary>
    public TestAuthority Root { get; }

    /// <summary>Not trusted.</summary>
    public TestAuthority OtherRoot { get; }

    /// <summary>Below <see cref="Root"/>.</summary>
    public TestAuthority Intermediate { get; }

    /// <summary>Below <see cref="Intermediate"/>.</summary>
    public TestAuthority Lower { get; }

    /// <summary>A sound certificate for localhost and 127.0.0.1, of <see cref="Root"/>.</summary>
    public X509Certificate2 Server { get; }

    public LoopbackPages Pages { get; } = new();

    internal Dialling Dialling { get; } = new();

    /// <summary>Trusts one root alone and asks nobody about revocation.</summary>
    public static TlsPolicy Trusting(X509Certificate2 root) => TlsPolicy.Intermediate with
    {
        TrustMode = TlsTrustMode.OwnRoots,
        TrustedRoots = [root],
        Revocation = TlsRevocationMode.Disabled,
        // Far beyond what an answer from loopback takes.
        RetrievalTimeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>Keeps what a row made until the run is over.</summary>
    public T Own<T>(T made) where T : IDisposable
    {
        _owned.Add(made);
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await Dialling.DisposeAsync();
        await Pages.DisposeAsync();
        foreach (IDisposable made in _owned)
        {
            made.Dispose();
        }
    }
}
