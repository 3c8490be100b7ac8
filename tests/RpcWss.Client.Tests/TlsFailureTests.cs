using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Client.Tests;

/// <summary>Each way in which TLS can fail has its own reason. Where it succeeds, the server's 404 shows that the client went on.</summary>
public sealed class TlsFailureTests(Certificates certificates)
{
    private const string NotFound = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_certificate_of_an_own_root_is_accepted(SslProtocols protocol)
    {
        await AssertAcceptedAsync(certificates.Test.Server, certificates.Policy, protocol);
    }

    [Fact]
    public async Task A_certificate_of_an_own_root_is_accepted_beside_the_systems()
    {
        await AssertAcceptedAsync(certificates.Test.Server, certificates.Policy with { TrustMode = TlsTrustMode.Both });
    }

    [Fact]
    public async Task An_intermediate_that_the_server_sends_is_used()
    {
        SslServerAuthenticationOptions tls = new()
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(
                certificates.Test.BelowIntermediate, [certificates.Test.Intermediate.Certificate], offline: true),
        };
        await using RawServer server = RawServer.Answering(tls, NotFound);

        Assert.Equal(RpcConnectFailure.HttpRefused, (await Connecting.FailAsync(server.Uri, certificates.Options())).Reason);
        Assert.Equal(
            RpcConnectFailure.HttpRefused,
            (await Connecting.FailAsync(server.Uri, certificates.Options(certificates.Policy with { TrustMode = TlsTrustMode.Both }))).Reason);
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task An_untrusted_root_is_refused_after_one_handshake_and_named(SslProtocols protocol)
    {
        await using RawServer server = RawServer.Answering(certificates.Serve(certificates.Test.Untrusted, protocol), NotFound);

        RpcConnectException error = await Connecting.FailAsync(server.Uri, certificates.Options());

        Assert.Equal(RpcConnectFailure.UntrustedRoot, error.Reason);
        Assert.Equal(
            "The certificate of localhost leads to \"CN=RpcWss Other Root\", which TlsPolicy.TrustedRoots does not hold. Add that root to TlsPolicy.TrustedRoots if it is yours, and see that the server sends its intermediate certificates.",
            error.Message);
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task The_systems_roots_do_not_include_ours()
    {
        await AssertRefusedAsync(certificates.Test.Server, TlsPolicy.Intermediate, RpcConnectFailure.UntrustedRoot, "which the system does not trust");
    }

    [Fact]
    public async Task Neither_roots_include_another()
    {
        await AssertRefusedAsync(
            certificates.Test.Untrusted, certificates.Policy with { TrustMode = TlsTrustMode.Both }, RpcConnectFailure.UntrustedRoot, "neither the system nor");
    }

    [Fact]
    public async Task An_expired_certificate_is_refused_with_its_dates()
    {
        string until = certificates.Test.Expired.NotAfter.ToUniversalTime().ToString("u");
        await AssertRefusedAsync(certificates.Test.Expired, certificates.Policy, RpcConnectFailure.CertificateExpired, until);
    }

    [Fact]
    public async Task An_expired_certificate_is_refused_beside_the_systems_roots_too()
    {
        await AssertRefusedAsync(
            certificates.Test.Expired, certificates.Policy with { TrustMode = TlsTrustMode.Both }, RpcConnectFailure.CertificateExpired, "Renew it");
    }

    [Fact]
    public async Task A_certificate_that_is_not_valid_yet_is_refused()
    {
        await AssertRefusedAsync(certificates.Test.NotYetValid, certificates.Policy, RpcConnectFailure.CertificateExpired, "which is not now");
    }

    [Fact]
    public async Task A_wrong_name_is_refused_with_the_names_that_the_certificate_has()
    {
        await AssertRefusedAsync(
            certificates.Test.WrongName, certificates.Policy, RpcConnectFailure.CertificateName, "is not for that name; it has other.example, *.wild.example. Connect by");
    }

    [Fact]
    public async Task A_common_name_alone_does_not_count()
    {
        await AssertRefusedAsync(
            certificates.Test.CommonNameOnly, certificates.Policy, RpcConnectFailure.CertificateName, "no subject alternative name at all (its common name localhost does not count)");
    }

    [Fact]
    public async Task An_address_is_checked_as_an_address()
    {
        await using RawServer server = RawServer.Answering(certificates.Serve(certificates.Test.Server), NotFound);

        RpcConnectException error = await Connecting.FailAsync(new Uri($"wss://127.0.0.1:{server.Port}/"), certificates.Options());

        Assert.Equal(RpcConnectFailure.HttpRefused, error.Reason);
    }

    [Fact]
    public async Task A_client_that_wants_TLS_13_does_not_connect_to_a_server_that_has_12()
    {
        await using RawServer server = RawServer.Answering(certificates.Serve(certificates.Test.Server, SslProtocols.Tls12), NotFound);

        RpcConnectException error = await Connecting.FailAsync(server.Uri, certificates.Options(certificates.Policy with { MinimumVersion = SslProtocols.Tls13 }));

        Assert.Equal(RpcConnectFailure.TlsVersion, error.Reason);
    }

    [Fact]
    public async Task A_server_that_speaks_plain_HTTP_is_recognized()
    {
        await using RawServer server = RawServer.Start(null, async (stream, cancellationToken) =>
        {
            await stream.ReadExactlyAsync(new byte[16], cancellationToken);
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), cancellationToken);
        });

        Assert.Equal(RpcConnectFailure.PeerNotTls, (await Connecting.FailAsync(server.Uri, certificates.Options())).Reason);
    }

    [Fact]
    public async Task A_peer_that_hangs_up_during_the_handshake_is_recognized()
    {
        await using RawServer server = RawServer.Start(null, (stream, cancellationToken) => stream.ReadExactlyAsync(new byte[16], cancellationToken).AsTask());

        RpcConnectException error = await Connecting.FailAsync(server.Uri, certificates.Options());

        Assert.Equal(RpcConnectFailure.PeerClosed, error.Reason);
        Assert.Contains("closed the connection during the TLS handshake", error.Message);
    }

    [Theory]
    [InlineData(40, RpcConnectFailure.TlsRefused, "most often no cipher suite in common")]
    [InlineData(80, RpcConnectFailure.TlsRefused, "TLS alert 80")]
    [InlineData(70, RpcConnectFailure.TlsVersion, "no TLS version in common")]
    [InlineData(42, RpcConnectFailure.ClientCertificate, "TLS alert 42")]
    [InlineData(116, RpcConnectFailure.ClientCertificate, "TLS alert 116")]
    public async Task An_alert_of_the_server_is_read(byte alert, RpcConnectFailure reason, string text)
    {
        await using RawServer server = RawServer.Start(null, async (stream, cancellationToken) =>
        {
            await stream.ReadExactlyAsync(new byte[16], cancellationToken);
            // Record type 21, TLS 1.2, two bytes: fatal, and the alert (RFC 8446 §5.1 and §6).
            await stream.WriteAsync(new byte[] { 21, 3, 3, 0, 2, 2, alert }, cancellationToken);
            await RawServer.ReadToEndAsync(stream, cancellationToken);
        });

        RpcConnectException error = await Connecting.FailAsync(server.Uri, certificates.Options());

        Assert.Equal(reason, error.Reason);
        Assert.Contains(text, error.Message);
    }

    private async Task AssertAcceptedAsync(X509Certificate2 certificate, TlsPolicy policy, SslProtocols protocol = SslProtocols.None)
    {
        await using RawServer server = RawServer.Answering(certificates.Serve(certificate, protocol), NotFound);
        Assert.Equal(RpcConnectFailure.HttpRefused, (await Connecting.FailAsync(server.Uri, certificates.Options(policy))).Reason);
    }

    private async Task AssertRefusedAsync(X509Certificate2 certificate, TlsPolicy policy, RpcConnectFailure reason, string text)
    {
        await using RawServer server = RawServer.Answering(certificates.Serve(certificate), NotFound);
        RpcConnectException error = await Connecting.FailAsync(server.Uri, certificates.Options(policy));
        Assert.Equal(reason, error.Reason);
        Assert.Contains(text, error.Message);
    }
}
