using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Testing;

/// <summary>A small public-key infrastructure, made anew at each run: nothing secret is ever stored. Thread-safe once made.</summary>
public sealed class TestCertificates : IDisposable
{
    private static readonly string[] _localNames = ["localhost", "127.0.0.1", "::1"];

    /// <summary>The root that clients in tests trust.</summary>
    public TestAuthority Root { get; } = TestAuthority.CreateRoot("RpcWss Test Root");

    /// <summary>A root that they do not.</summary>
    public TestAuthority OtherRoot { get; } = TestAuthority.CreateRoot("RpcWss Other Root");

    /// <summary>An authority below <see cref="Root"/>.</summary>
    public TestAuthority Intermediate { get; }

    /// <summary>For localhost, 127.0.0.1 and ::1.</summary>
    public X509Certificate2 Server { get; }

    /// <summary>The same, issued by <see cref="Intermediate"/>.</summary>
    public X509Certificate2 BelowIntermediate { get; }

    /// <summary>The same, expired yesterday.</summary>
    public X509Certificate2 Expired { get; }

    /// <summary>For other.example and *.wild.example.</summary>
    public X509Certificate2 WrongName { get; }

    /// <summary>For localhost, from <see cref="OtherRoot"/>.</summary>
    public X509Certificate2 Untrusted { get; }

    public TestCertificates()
    {
        TimeSpan day = TimeSpan.FromDays(1);
        Intermediate = Root.CreateIntermediate("RpcWss Test Intermediate");
        Server = Root.Issue("localhost", _localNames);
        BelowIntermediate = Intermediate.Issue("localhost", _localNames);
        Expired = Root.Issue("localhost", _localNames, validFrom: 10 * day, validFor: -day);
        WrongName = Root.Issue("localhost", ["other.example", "*.wild.example"]);
        Untrusted = OtherRoot.Issue("localhost", _localNames);
    }

    public void Dispose()
    {
        Root.Dispose();
        OtherRoot.Dispose();
        Intermediate.Dispose();
    }
}
