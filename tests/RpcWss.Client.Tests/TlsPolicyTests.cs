using System.Net.Security;
using System.Security.Authentication;

namespace RpcWss.Client.Tests;

/// <summary>What is contradictory is said at once, by the name of the setting, rather than found out at a handshake.</summary>
public sealed class TlsPolicyTests(Certificates certificates)
{
    [Fact]
    public void The_presets_are_possible_and_differ_in_the_version_alone()
    {
        TlsPolicy.Intermediate.Validate();
        TlsPolicy.Modern.Validate();
        Assert.Equal(SslProtocols.Tls12, TlsPolicy.Intermediate.MinimumVersion);
        Assert.Equal(TlsPolicy.Modern with { MinimumVersion = SslProtocols.Tls12 }, TlsPolicy.Intermediate);
    }

    [Fact]
    public void An_obsolete_version_is_refused()
    {
#pragma warning disable SYSLIB0039 // The obsolete version is the point.
        TlsPolicy policy = TlsPolicy.Intermediate with { MinimumVersion = SslProtocols.Tls11 };
#pragma warning restore SYSLIB0039
        AssertRefused(policy, "TlsPolicy.MinimumVersion is Tls11; it must be Tls12 or Tls13.");
    }

    [Fact]
    public void Own_roots_that_would_be_ignored_are_refused()
    {
        AssertRefused(
            TlsPolicy.Intermediate with { TrustedRoots = [certificates.Test.Root.Certificate] },
            "TlsPolicy.TrustedRoots has certificates that TrustMode System ignores; set TrustMode to OwnRoots or Both, or leave TrustedRoots out.");
    }

    [Theory]
    [InlineData(TlsTrustMode.OwnRoots)]
    [InlineData(TlsTrustMode.Both)]
    public void Own_roots_that_are_missing_are_asked_for(TlsTrustMode mode)
    {
        AssertRefused(TlsPolicy.Intermediate with { TrustMode = mode }, $"TlsPolicy.TrustMode is {mode} without any root; add it to TrustedRoots.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("zz00000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_pin_is_refused(string pin)
    {
        AssertRefused(
            TlsPolicy.Intermediate with { PinnedKeys = [pin] },
            $"TlsPolicy.PinnedKeys has \"{pin}\"; a pin is the SHA-256 of a SubjectPublicKeyInfo, as 44 characters of Base64 or 64 hexadecimal digits.");
    }

    [Fact]
    public void Suites_that_leave_no_version_are_refused()
    {
        AssertRefused(
            TlsPolicy.Modern with { CipherSuites = [TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384] },
            "TlsPolicy.CipherSuites has none for TLS 1.3, which MinimumVersion demands; add one such as TLS_AES_128_GCM_SHA256.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    public void The_time_for_retrieval_is_bounded(int seconds)
    {
        AssertRefused(
            TlsPolicy.Intermediate with { RetrievalTimeout = TimeSpan.FromSeconds(seconds) },
            $"TlsPolicy.RetrievalTimeout is {TimeSpan.FromSeconds(seconds)}; it must be more than zero and at most a minute.");
    }

    private static void AssertRefused(TlsPolicy policy, string message)
    {
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(policy.Validate).Message);
    }
}
