using System.Net.Security;
using System.Security.Authentication;
using Microsoft.Extensions.Configuration;

namespace RpcWss.AspNetCore.Tests.Tls;

/// <summary>A policy from configuration: each setting by its name, and a complaint that names it.</summary>
public sealed class TlsConfigurationTests(Certificates certificates)
{
    [Fact]
    public void Nothing_configured_is_the_default()
    {
        TlsPolicy policy = Read();

        Assert.Equal(SslProtocols.Tls12, policy.MinimumVersion);
        Assert.Equal(TlsTrustMode.System, policy.TrustMode);
        Assert.Equal(TlsRevocationMode.BestEffort, policy.Revocation);
        Assert.Empty(policy.ServerCertificates);
        Assert.Null(policy.ClientCertificate);
    }

    [Fact]
    public void Every_setting_is_read()
    {
        string root = Path.GetTempFileName();
        File.WriteAllText(root, certificates.Test.Root.Certificate.ExportCertificatePem());
        string pin = Convert.ToBase64String(new byte[32]);

        TlsPolicy policy = Read(
            ("Preset", "modern"), ("MinimumVersion", "Tls12"), ("CipherSuites:0", "TLS_AES_256_GCM_SHA384"), ("TrustedRoots", root), ("TrustMode", "Both"), ("PinnedKeys:0", pin),
            ("Revocation", "Required"), ("RetrievalTimeout", "00:00:07"), ("ServerCertificates:shop.example:Certificate", "shop.pem"), ("ServerCertificates:shop.example:Key", "shop.key"),
            ("ServerCertificates:*:Certificate", "all.pfx"), ("ServerCertificates:*:Password", "secret"), ("ClientAuthentication", "Optional"), ("ClientCertificate:Certificate", "me.pfx"));

        File.Delete(root);
        Assert.Equal(SslProtocols.Tls12, policy.MinimumVersion);
        Assert.Equal([TlsCipherSuite.TLS_AES_256_GCM_SHA384], policy.CipherSuites);
        Assert.Equal(TlsTrustMode.Both, policy.TrustMode);
        Assert.Equal(certificates.Test.Root.Certificate.Thumbprint, Assert.Single(policy.TrustedRoots).Thumbprint);
        Assert.Equal([pin], policy.PinnedKeys);
        Assert.Equal(TlsRevocationMode.Required, policy.Revocation);
        Assert.Equal(TimeSpan.FromSeconds(7), policy.RetrievalTimeout);
        Assert.Equal(["*", "shop.example"], policy.ServerCertificates.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("shop.pem with the key shop.key", policy.ServerCertificates["SHOP.example"].Description);
        Assert.Equal(TlsClientAuthentication.Optional, policy.ClientAuthentication);
        Assert.Equal("me.pfx", policy.ClientCertificate?.Description);
    }

    [Theory]
    [InlineData("Preset", "Old", "RpcWss:Tls:Preset is \"Old\"; it may be Modern or Intermediate.")]
    [InlineData("MinimumVersion", "Tls11", "RpcWss:Tls: TlsPolicy.MinimumVersion is Tls11; it must be Tls12 or Tls13.")]
    [InlineData("MinimumVersion", "1.2", "RpcWss:Tls:MinimumVersion is \"1.2\"; it may be Tls12 or Tls13.")]
    [InlineData("CipherSuites", "RC4", "RpcWss:Tls:CipherSuites is \"RC4\"; it may be names such as TLS_AES_128_GCM_SHA256.")]
    [InlineData("Revocation", "Sometimes", "RpcWss:Tls:Revocation is \"Sometimes\"; it may be BestEffort, Required, Disabled.")]
    [InlineData("Revocation", "1", "RpcWss:Tls:Revocation is \"1\"; it may be BestEffort, Required, Disabled.")]
    [InlineData("RetrievalTimeout", "soon", "RpcWss:Tls:RetrievalTimeout is \"soon\"; it may be a time such as 00:00:05.")]
    [InlineData("RetrievalTimeout", "1:00:00", "RpcWss:Tls: TlsPolicy.RetrievalTimeout is 01:00:00; it must be more than zero and at most a minute.")]
    [InlineData("PinnedKeys", "short", "RpcWss:Tls: TlsPolicy.PinnedKeys has \"short\"")]
    [InlineData("TrustMode", "OwnRoots", "RpcWss:Tls: TlsPolicy.TrustMode is OwnRoots without any root")]
    [InlineData("TrustedRoots", "absent.pem", "RpcWss:Tls:TrustedRoots names absent.pem, which cannot be read as PEM certificates")]
    [InlineData("ServerCertificates:*:Key", "a.key", "RpcWss:Tls:ServerCertificates:*:Certificate is missing")]
    [InlineData("ServerCertificates:*:Certificate", "", "RpcWss:Tls:ServerCertificates:*:Certificate is missing; name a PEM or PKCS#12 file, or in RpcWss:Tls:ServerCertificates:*:Name whose certificate")]
    [InlineData("ServerCertificates:*:Path", "a.pem", "RpcWss:Tls:ServerCertificates:*:Path is not a setting; there are Certificate, Key, Password, Name, Store, Location.")]
    [InlineData("ClientCertificate:Store", "My", "RpcWss:Tls:ClientCertificate:Certificate is missing")]
    [InlineData("Minimum", "Tls12", "RpcWss:Tls:Minimum is not a setting; there are Preset, MinimumVersion,")]
    public void What_is_not_possible_is_named(string setting, string value, string expected)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Read((setting, value)));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_of_a_store_is_read()
    {
        TlsPolicy policy = Read(
            ("ServerCertificates:shop.example:Name", "shop.example"), ("ServerCertificates:*:Name", "Any Shop"), ("ServerCertificates:*:Store", "trustedpeople"),
            ("ClientCertificate:Name", "me"), ("ClientCertificate:Store", "My"), ("ClientCertificate:Location", "CurrentUser"));

        Assert.Equal("the store CurrentUser/My for \"shop.example\"", policy.ServerCertificates["shop.example"].Description);
        Assert.Equal("the store CurrentUser/TrustedPeople for \"Any Shop\"", policy.ServerCertificates["*"].Description);
        Assert.Equal("the store CurrentUser/My for \"me\"", policy.ClientCertificate?.Description);
    }

    [Theory]
    [InlineData("Store", "Mine", "RpcWss:Tls:ClientCertificate:Store is \"Mine\"; it may be AddressBook, AuthRoot, CertificateAuthority, Disallowed, My, Root, TrustedPeople, TrustedPublisher.")]
    [InlineData("Location", "Here", "RpcWss:Tls:ClientCertificate:Location is \"Here\"; it may be CurrentUser, LocalMachine.")]
    [InlineData("Certificate", "a.pem", "RpcWss:Tls:ClientCertificate has Certificate and Name; leave Name out for a file, or Certificate for one of the system's stores.")]
    [InlineData("Key", "a.key", "RpcWss:Tls:ClientCertificate:Key is for files, and Name names a certificate of one of the system's stores, which has its key; leave it out.")]
    [InlineData("Password", "secret", "RpcWss:Tls:ClientCertificate:Password is for files")]
    public void What_a_store_cannot_have_is_named(string setting, string value, string expected)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Read(("ClientCertificate:Name", "me"), ($"ClientCertificate:{setting}", value)));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Store", "My")]
    [InlineData("Location", "CurrentUser")]
    public void What_a_file_cannot_have_is_named(string setting, string value)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Read(("ServerCertificates:*:Certificate", "a.pfx"), ($"ServerCertificates:*:{setting}", value)));

        Assert.StartsWith($"RpcWss:Tls:ServerCertificates:*:{setting} is for one of the system's stores, and Certificate names a file; leave it out.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_computers_store_is_refused_where_it_holds_no_keys()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere it holds keys.");

        ArgumentException error = Assert.Throws<ArgumentException>(() => Read(("ClientCertificate:Name", "me"), ("ClientCertificate:Location", "LocalMachine")));

        Assert.StartsWith("RpcWss:Tls:ClientCertificate:Location is LocalMachine, which holds no private keys on Linux; use CurrentUser, or name files.", error.Message, StringComparison.Ordinal);
    }

    private static TlsPolicy Read(params (string Setting, string Value)[] settings) => TlsPolicy.FromConfiguration(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"RpcWss:Tls:{setting.Setting}", (string?)setting.Value))).Build().GetSection("RpcWss:Tls"));
}
