using System.Security.Authentication;
using RpcWss.Tls.Tests.Hosts;
using RpcWss.Tls.Tests.Rows;

namespace RpcWss.Tls.Tests;

/// <summary>
/// A client judges a server's certificate: each row of the tables over TLS 1.2 and 1.3, with its whole message, or with what both ends know of the connection.
/// </summary>
public sealed class ServerCertificateTests(Pki pki)
{
    private static readonly Dictionary<string, ServerRow> _rows = new(
        from table in new[]
        {
            (Name: "chain", Chains.Rows), (Name: "trust", Trusts.Rows), (Name: "name", HostNames.Rows), (Name: "pin", Pins.Rows), (Name: "revocation", Revocations.Rows),
        }
        from row in table.Rows
        select KeyValuePair.Create($"{table.Name}: {row.Name}", row));

    public static TheoryData<string, SslProtocols> Rows { get; } = new(
        from name in _rows.Keys from protocol in new[] { SslProtocols.Tls12, SslProtocols.Tls13 } select (name, protocol));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_server_is_accepted_or_refused_for_its_certificate(string name, SslProtocols protocol)
    {
        ServerRow row = _rows[name];
        Shown shown = row.Server(pki);
        TlsPolicy policy = row.Client(Pki.Trusting(shown.Root ?? pki.Root.Certificate), shown);
        await using TlsHost host = await TlsHost.ShowingAsync(shown, protocol);

        if (row.Reason is { } reason)
        {
            RpcConnectException error = await pki.Dialling.FailAsync(row.Host, host.Port, policy);
            Assert.Equal((reason, shown.Fill(row.Text)), (error.Reason, error.Message));
        }
        else
        {
            await AssertConnectsAsync(row, shown, policy, host, protocol);
        }

        Assert.Equal(1, host.Accepted);
        if (shown.Page is { } page)
        {
            Assert.Equal(row.Asks, page.Asked > 0);
        }
    }

    private async Task AssertConnectsAsync(ServerRow row, Shown shown, TlsPolicy policy, TlsHost host, SslProtocols protocol)
    {
        await using RpcClient client = await pki.Dialling.ConnectAsync(row.Host, host.Port, policy);

        RpcConnectionSecurity here = client.Connection.Security;
        Assert.Equal(
            (true, protocol, row.ServerName, shown.Leaf.Thumbprint), (here.IsEncrypted, here.Protocol, here.ServerName, here.PeerCertificate?.Thumbprint));
        Assert.StartsWith(protocol == SslProtocols.Tls13 ? "TLS_AES_" : "TLS_ECDHE_ECDSA_", here.CipherSuite);
        Assert.Equal(here with { PeerCertificate = null }, (await host.NextAsync()).Security);
    }
}
