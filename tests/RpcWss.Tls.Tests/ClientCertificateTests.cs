using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using RpcWss.AspNetCore.Tests;
using RpcWss.Tls.Tests.Hosts;
using RpcWss.Tls.Tests.Rows;

namespace RpcWss.Tls.Tests;

/// <summary>
/// A server judges a client's certificate: each row over TLS 1.2 and 1.3. A client that is let in is so each time; one that is not learns why in words, and so does the operator.
/// </summary>
public sealed class ClientCertificateTests(Pki pki)
{
    private const int ClientRefused = 2104;
    private const int Times = 3;

    // What makes a client one of TLS 1.2: no policy asks for less than the best.
    private static readonly TlsCipherSuite[] _suitesOfTls12 = [TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384];

    private static readonly Dictionary<string, ClientRow> _rows = ClientCertificates.Rows.ToDictionary(row => row.Name);

    public static TheoryData<string, SslProtocols> Rows { get; } = new(
        from name in _rows.Keys from protocol in new[] { SslProtocols.Tls12, SslProtocols.Tls13 } select (name, protocol));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_client_is_let_in_or_refused_for_its_certificate(string name, SslProtocols protocol)
    {
        ClientRow row = _rows[name];
        Shown? shown = row.Client(pki);
        TlsPolicy mine = Pki.Trusting(pki.Root.Certificate) with
        {
            ClientCertificate = shown?.Source,
            CipherSuites = protocol == SslProtocols.Tls12 ? _suitesOfTls12 : [],
        };
        await using TlsHost host = await TlsHost.StartAsync(Policy(row, shown));

        for (int time = 1; time <= Times; time++)
        {
            if (row.Refusal is { } refusal)
            {
                await AssertRefusedAsync(host, mine, shown?.Fill(refusal) ?? refusal, time);
            }
            else
            {
                await AssertLetInAsync(host, mine, shown, protocol);
            }
        }

        Assert.Equal(Times, host.Accepted);
        if (shown?.Page is { } page)
        {
            Assert.Equal(row.Revocation != TlsRevocationMode.Disabled, page.Asked > 0);
        }
    }

    private TlsPolicy Policy(ClientRow row, Shown? shown) => Pki.Trusting(shown?.Root ?? pki.Root.Certificate) with
    {
        ServerCertificates = new Dictionary<string, TlsCertificateSource> { ["*"] = TlsCertificateSource.FromCertificate(pki.Server) },
        ClientAuthentication = row.Mode,
        Revocation = row.Revocation,
    };

    private async Task AssertRefusedAsync(TlsHost host, TlsPolicy mine, string refusal, int time)
    {
        RpcConnectException error = await pki.Dialling.FailAsync("localhost", host.Port, mine);

        Assert.Equal(
            (RpcConnectFailure.ClientCertificate, HttpStatusCode.Forbidden, $"{host.Uri} does not let this client in: \"{refusal}\" Set TlsPolicy.ClientCertificate to one that its operator accepts."),
            (error.Reason, error.HttpStatus, error.Message));
        LogSink.Entry[] logged = [.. host.Log.Entries.Where(entry => entry.Id == ClientRefused)];
        Assert.Equal(time, logged.Length);
        Assert.Matches($"^A client at 127\\.0\\.0\\.1:[0-9]+ was refused for its certificate: {Regex.Escape(refusal)}$", logged[^1].Text);
    }

    private async Task AssertLetInAsync(TlsHost host, TlsPolicy mine, Shown? shown, SslProtocols protocol)
    {
        await using RpcClient client = await pki.Dialling.ConnectAsync("localhost", host.Port, mine);

        RpcConnectionSecurity there = (await host.NextAsync()).Security;
        Assert.Equal((protocol, "localhost", shown?.Leaf.Thumbprint), (there.Protocol, there.ServerName, there.PeerCertificate?.Thumbprint));
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Id == ClientRefused);
    }
}
