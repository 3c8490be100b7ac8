using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Client.Tests;

/// <summary>A pin is checked beside the chain, never instead of it.</summary>
public sealed class KeyPinTests(Certificates certificates)
{
    private static string Pin(X509Certificate2 certificate) => Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    [Fact]
    public async Task The_servers_own_key_may_be_pinned()
    {
        Assert.Equal(RpcConnectFailure.HttpRefused, (await ConnectAsync(certificates.Test.Server, Pin(certificates.Test.Server))).Reason);
    }

    [Fact]
    public async Task A_pin_may_be_written_in_hexadecimal_digits()
    {
        string pin = Convert.ToHexStringLower(Convert.FromBase64String(Pin(certificates.Test.Server)));
        Assert.Equal(RpcConnectFailure.HttpRefused, (await ConnectAsync(certificates.Test.Server, pin)).Reason);
    }

    [Fact]
    public async Task The_issuers_key_may_be_pinned()
    {
        Assert.Equal(RpcConnectFailure.HttpRefused, (await ConnectAsync(certificates.Test.Server, Pin(certificates.Test.Root.Certificate))).Reason);
    }

    [Fact]
    public async Task One_of_several_pins_is_enough()
    {
        RpcConnectException error = await ConnectAsync(certificates.Test.Server, Pin(certificates.Test.Expired), Pin(certificates.Test.Server));
        Assert.Equal(RpcConnectFailure.HttpRefused, error.Reason);
    }

    [Fact]
    public async Task A_valid_certificate_without_a_pinned_key_is_refused_and_its_key_shown()
    {
        RpcConnectException error = await ConnectAsync(certificates.Test.Server, Pin(certificates.Test.Expired));

        Assert.Equal(RpcConnectFailure.PinMismatch, error.Reason);
        Assert.Contains($"its own key is {Pin(certificates.Test.Server)}.", error.Message);
    }

    [Fact]
    public async Task A_pinned_key_does_not_make_up_for_an_untrusted_root()
    {
        RpcConnectException error = await ConnectAsync(certificates.Test.Untrusted, Pin(certificates.Test.Untrusted));
        Assert.Equal(RpcConnectFailure.UntrustedRoot, error.Reason);
    }

    [Fact]
    public async Task A_pinned_key_does_not_make_up_for_a_wrong_name()
    {
        RpcConnectException error = await ConnectAsync(certificates.Test.WrongName, Pin(certificates.Test.WrongName));
        Assert.Equal(RpcConnectFailure.CertificateName, error.Reason);
    }

    private async Task<RpcConnectException> ConnectAsync(X509Certificate2 certificate, params string[] pins)
    {
        await using RawServer server = RawServer.Answering(certificates.Serve(certificate), "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        return await Connecting.FailAsync(server.Uri, certificates.Options(certificates.Policy with { PinnedKeys = pins }));
    }
}
