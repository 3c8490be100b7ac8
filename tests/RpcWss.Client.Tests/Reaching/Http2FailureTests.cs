using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using RpcWss.Security;
using RpcWss.Testing;

namespace RpcWss.Client.Tests.Reaching;

/// <summary>TLS fails over HTTP/2 as it does over HTTP/1.1: for the same reasons, with the same words, after one handshake. Nothing falls back from it.</summary>
public sealed class Http2FailureTests(Certificates certificates)
{
    public enum Flaw
    {
        Untrusted,
        Expired,
        NotYetValid,
        WrongName,
        CommonNameOnly,
        Pin,
        Revocation,
    }

    public static TheoryData<Flaw> Flaws => [.. Enum.GetValues<Flaw>()];

    [Theory]
    [MemberData(nameof(Flaws))]
    public async Task A_certificate_is_refused_in_the_same_words(Flaw flaw)
    {
        X509Certificate2 shown = flaw switch
        {
            Flaw.Untrusted => certificates.Test.Untrusted,
            Flaw.Expired => certificates.Test.Expired,
            Flaw.NotYetValid => certificates.Test.Root.Issue("localhost", ["localhost"], new CertificateTraits { ValidFrom = TimeSpan.FromDays(-1), ValidFor = TimeSpan.FromDays(10) }),
            Flaw.WrongName => certificates.Test.WrongName,
            Flaw.CommonNameOnly => certificates.Test.Root.Issue("localhost", []),
            _ => certificates.Test.Server,
        };
        TlsPolicy policy = flaw switch
        {
            Flaw.Pin => certificates.Policy with { PinnedKeys = [Convert.ToBase64String(KeyPin.Of(certificates.Test.Untrusted))] },
            Flaw.Revocation => certificates.Policy with { Revocation = TlsRevocationMode.Required },
            _ => certificates.Policy,
        };
        SslServerAuthenticationOptions tls = certificates.Serve(shown);
        tls.ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11];
        var failures = new List<(RpcConnectFailure, string)>();
        foreach (RpcHttpVersion version in (RpcHttpVersion[])[RpcHttpVersion.Http11, RpcHttpVersion.Http2OrHttp11, RpcHttpVersion.Http2])
        {
            await using RawServer server = RawServer.Start(tls, RawServer.ReadToEndAsync);

            RpcConnectException error = await FailAsync(server, version, policy);

            failures.Add((error.Reason, error.Message));
            Assert.Equal(1, server.Accepted);
        }

        Assert.NotEqual(RpcConnectFailure.Other, failures[0].Item1);
        Assert.Single(failures.Distinct());
    }

    [Theory]
    [InlineData(40, RpcConnectFailure.TlsRefused)]
    [InlineData(70, RpcConnectFailure.TlsVersion)]
    [InlineData(116, RpcConnectFailure.ClientCertificate)]
    [InlineData(120, RpcConnectFailure.HttpVersion)]
    public async Task An_alert_of_the_server_is_read(byte alert, RpcConnectFailure reason)
    {
        await using RawServer server = RawServer.Start(null, async (stream, cancellationToken) =>
        {
            await stream.ReadExactlyAsync(new byte[16], cancellationToken);
            await stream.WriteAsync(new byte[] { 21, 3, 3, 0, 2, 2, alert }, cancellationToken);
            await RawServer.ReadToEndAsync(stream, cancellationToken);
        });

        Assert.Equal(reason, (await FailAsync(server, RpcHttpVersion.Http2, certificates.Policy)).Reason);
    }

    [Fact]
    public async Task A_version_of_TLS_is_demanded_over_it_too()
    {
        await using RawServer server = RawServer.Start(certificates.Serve(certificates.Test.Server, SslProtocols.Tls12), RawServer.ReadToEndAsync);

        RpcConnectException error = await FailAsync(server, RpcHttpVersion.Http2OrHttp11, certificates.Policy with { MinimumVersion = SslProtocols.Tls13 });

        Assert.Equal(RpcConnectFailure.TlsVersion, error.Reason);
        Assert.Equal(1, server.Accepted);
    }

    [Theory]
    [InlineData(false, "during the TLS handshake")]
    [InlineData(true, "while the answer to the WebSocket request was awaited")]
    public async Task A_server_that_hangs_up_is_told_with_when(bool afterTls, string when)
    {
        SslServerAuthenticationOptions tls = certificates.Serve(certificates.Test.Server);
        tls.ApplicationProtocols = [SslApplicationProtocol.Http2];
        await using RawServer server = RawServer.Start(afterTls ? tls : null, (stream, cancellationToken) => stream.ReadExactlyAsync(new byte[16], cancellationToken).AsTask());

        RpcConnectException error = await FailAsync(server, RpcHttpVersion.Http2OrHttp11, certificates.Policy);

        Assert.True(RpcConnectFailure.PeerClosed == error.Reason, error.ToString());
        Assert.Contains($"closed the connection {when}.", error.Message);
    }

    [Theory]
    [InlineData(0xC, RpcConnectFailure.ClientCertificate, "does not let this client in: \"go?away\"")]
    [InlineData(0x2, RpcConnectFailure.PeerClosed, "ended the HTTP/2 connection with error 2: \"go?away\"")]
    public async Task What_a_server_says_when_it_refuses_a_connection_is_passed_on(byte code, RpcConnectFailure reason, string text)
    {
        SslServerAuthenticationOptions tls = certificates.Serve(certificates.Test.Server);
        tls.ApplicationProtocols = [SslApplicationProtocol.Http2];
        await using RawServer server = RawServer.Start(tls, async (stream, cancellationToken) =>
        {
            await RawServer.ReadHeadAsync(stream, cancellationToken);
            byte[] goAway = [0, 0, 15, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, code, .. "go\taway"u8];
            // In two parts, as the network may have it; what tells is in one, as a server sends it.
            await stream.WriteAsync((byte[])[0, 0, 0, 4], cancellationToken);
            await stream.WriteAsync((byte[])[0, 0, 0, 0, 0, .. goAway], cancellationToken);
            await RawServer.ReadToEndAsync(stream, cancellationToken);
        });

        RpcConnectException error = await FailAsync(server, RpcHttpVersion.Http2, certificates.Policy);

        Assert.Equal(reason, error.Reason);
        Assert.Contains(text, error.Message);
    }

    private static Task<RpcConnectException> FailAsync(RawServer server, RpcHttpVersion version, TlsPolicy policy) =>
        Connecting.FailAsync(server.Uri, new RpcClientOptions { Tls = policy, UseProxy = false, HttpVersion = version });
}
