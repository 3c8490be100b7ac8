using RpcWss.AspNetCore.Tests;
using RpcWss.Tls.Tests.Hosts;
using RpcWss.Tls.Tests.Rows;

namespace RpcWss.Tls.Tests;

/// <summary>A server shows the certificate of the name that it is asked for (SNI), and refuses a handshake for a name that it has none for.</summary>
public sealed class ServerNameTests(Pki pki)
{
    private const int UnknownName = 2103;

    // What is asked for, in which table entry it is found.
    public static TheoryData<string, string> Names { get; } = new()
    {
        { "shop.example", "shop.example" },
        { "SHOP.example", "shop.example" },
        { "shop.example.", "shop.example" },
        { "a.wild.example", "*.wild.example" },
        { "named.wild.example", "named.wild.example" },
        { "bücher.example", "bücher.example" },
        { "xn--kse-qla.example", "xn--kse-qla.example" },
        { "käse.example", "xn--kse-qla.example" },
        { "a.b.wild.example", "*" },
        { "wild.example", "*" },
        { "other.example", "*" },
        { "localhost", "*" },
        { "127.0.0.1", "*" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_gets_its_certificate_with_the_intermediates(string asked, string entry)
    {
        Dictionary<string, Shown> table = Table("shop.example", "*.wild.example", "named.wild.example", "bücher.example", "xn--kse-qla.example", "*");
        await using TlsHost host = await StartAsync(table);

        await using RpcClient client = await pki.Dialling.ConnectAsync(asked, host.Port, Pki.Trusting(pki.Root.Certificate));

        Assert.Equal(table[entry].Leaf.Thumbprint, client.Connection.Security.PeerCertificate?.Thumbprint);
        Assert.Equal(client.Connection.Security.ServerName, (await host.NextAsync()).Security.ServerName);
    }

    [Theory]
    [InlineData("other.example", "other.example")]
    [InlineData("a.b.wild.example", "a.b.wild.example")]
    [InlineData("127.0.0.1", "")]
    public async Task A_name_without_a_certificate_is_refused_in_words_and_logged(string asked, string logged)
    {
        await using TlsHost host = await StartAsync(Table("shop.example", "*.wild.example"));

        RpcConnectException error = await pki.Dialling.FailAsync(asked, host.Port, Pki.Trusting(pki.Root.Certificate));

        Assert.Equal(
            (RpcConnectFailure.TlsRefused, $"wss://{asked}:{host.Port}/rpc broke off the TLS handshake (TLS alert 112, unrecognized_name: it has no certificate for this host). Compare the two ends' TLS settings."),
            (error.Reason, error.Message));
        LogSink.Entry entry = Assert.Single(host.Log.Entries, entry => entry.Id == UnknownName);
        Assert.StartsWith($"A TLS handshake asked for \"{logged}\", for which there is no certificate, from 127.0.0.1:", entry.Text);
    }

    private Dictionary<string, Shown> Table(params string[] entries) => entries.ToDictionary(entry => entry, entry =>
    {
        string[] names = entry == "*" ? ["localhost", "127.0.0.1", "a.b.wild.example", "wild.example", "other.example"] : [entry];
        return new Shown(pki.Intermediate.Issue("server", names), pki.Intermediate.Certificate);
    });

    private static Task<TlsHost> StartAsync(Dictionary<string, Shown> table) =>
        TlsHost.StartAsync(TlsPolicy.Intermediate with { ServerCertificates = table.ToDictionary(entry => entry.Key, entry => entry.Value.Source) });
}
