using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using RpcWss.Tls.Tests.Hosts;

namespace RpcWss.Tls.Tests;

/// <summary>Certificates of the system's stores, at both ends.</summary>
public sealed class StoreTests(Pki pki) : IDisposable
{
    private readonly string _name = $"{Guid.NewGuid():N}.example";
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly List<X509Certificate2> _stored = [];

    public void Dispose()
    {
        using X509Store store = Open();
        _stored.ForEach(store.Remove);
    }

    [Fact]
    public async Task A_server_shows_the_one_that_is_valid_for_longest_and_what_is_added_replaces_it()
    {
        X509Certificate2 first = Store(pki.Root.Issue("server", [_name], validFor: TimeSpan.FromHours(1)));
        Store(pki.Root.Issue("server", [_name], validFor: TimeSpan.FromHours(-1)));
        Store(pki.Root.Issue("server", ["other.example"], validFor: TimeSpan.FromDays(2)));
        await using TlsHost host = await TlsHost.StartAsync(Serving(), _time);
        Assert.Equal(first.Thumbprint, await ShownAsync(host));

        X509Certificate2 second = Store(pki.Root.Issue("server", [_name], validFor: TimeSpan.FromHours(2)));
        Assert.Equal(first.Thumbprint, await ShownAsync(host));
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(second.Thumbprint, await ShownAsync(host));
    }

    [Fact]
    public async Task A_client_shows_the_one_of_its_common_name()
    {
        X509Certificate2 mine = Store(pki.Root.Issue(_name, [], usage: TestAuthority.ClientUsage));
        await using TlsHost host = await TlsHost.StartAsync(Pki.Trusting(pki.Root.Certificate) with
        {
            ServerCertificates = new Dictionary<string, TlsCertificateSource> { ["*"] = TlsCertificateSource.FromCertificate(pki.Server) },
            ClientAuthentication = TlsClientAuthentication.Required,
        });
        TlsPolicy policy = Pki.Trusting(pki.Root.Certificate) with { ClientCertificate = TlsCertificateSource.FromStore(_name) };

        await using RpcClient client = await pki.Dialling.ConnectAsync("localhost", host.Port, policy);

        Assert.Equal(mine.Thumbprint, (await host.NextAsync()).Security.PeerCertificate?.Thumbprint);
    }

    [Fact]
    public async Task A_server_and_a_client_find_theirs_by_configuration()
    {
        X509Certificate2 server = Store(pki.Root.Issue("server", [_name]));
        X509Certificate2 mine = Store(pki.Root.Issue($"client of {_name}", [], usage: TestAuthority.ClientUsage));
        await using TlsHost host = await TlsHost.StartAsync(Pki.Trusting(pki.Root.Certificate) with
        {
            ServerCertificates = Configured($"ServerCertificates:{_name}:Name", _name).ServerCertificates,
            ClientAuthentication = TlsClientAuthentication.Required,
        });
        TlsPolicy policy = Pki.Trusting(pki.Root.Certificate) with { ClientCertificate = Configured("ClientCertificate:Name", $"client of {_name}").ClientCertificate };

        await using RpcClient client = await pki.Dialling.ConnectAsync(_name, host.Port, policy);

        Assert.Equal(server.Thumbprint, client.Connection.Security.PeerCertificate?.Thumbprint);
        Assert.Equal(mine.Thumbprint, (await host.NextAsync()).Security.PeerCertificate?.Thumbprint);
    }

    [Fact]
    public async Task A_store_without_one_is_told_when_the_server_starts()
    {
        Store(pki.Root.Issue("server", ["other.example"]));

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => TlsHost.StartAsync(Serving()));

        Assert.Equal(
            $"The certificate from the store CurrentUser/My for \"{_name}\" cannot be used: There is no certificate for that name in it which has a private key and is valid now.", error.Message);
    }

    private static TlsPolicy Configured(string setting, string value) =>
        TlsPolicy.FromConfiguration(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create($"Tls:{setting}", (string?)value)]).Build().GetSection("Tls"));

    private TlsPolicy Serving() => TlsPolicy.Intermediate with { ServerCertificates = new Dictionary<string, TlsCertificateSource> { ["*"] = TlsCertificateSource.FromStore(_name) } };

    private async Task<string?> ShownAsync(TlsHost host)
    {
        await using RpcClient client = await pki.Dialling.ConnectAsync(_name, host.Port, Pki.Trusting(pki.Root.Certificate));
        return client.Connection.Security.PeerCertificate?.Thumbprint;
    }

    private X509Certificate2 Store(X509Certificate2 certificate)
    {
        using X509Store store = Open();
        store.Add(certificate);
        _stored.Add(certificate);
        return certificate;
    }

    private static X509Store Open()
    {
        var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        return store;
    }
}
