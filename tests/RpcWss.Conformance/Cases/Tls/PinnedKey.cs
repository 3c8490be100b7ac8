using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Tls;

/// <summary>A key that is pinned must be in the chain; it does not make up for a chain that is not trusted.</summary>
internal sealed class PinnedKey() : TlsCase("pin-match-and-mismatch")
{
    protected override async Task RunAsync(TlsRun run)
    {
        X509Certificate2 certificate = run.Issue();
        X509Certificate2 stranger = run.Stranger.Issue("localhost", ["localhost"]);
        string pin = Pin(certificate), other = Pin(stranger);
        LoopbackHost host = await run.ShowAsync(certificate);

        await run.GetsInAsync(host, run.Policy with { PinnedKeys = [other, pin] });
        await run.FailsAsync(RpcConnectFailure.PinMismatch, $"its own key is {pin}.", host, run.Policy with { PinnedKeys = [other] });
        await run.FailsAsync(RpcConnectFailure.UntrustedRoot, "leads to", await run.ShowAsync(stranger), run.Policy with { PinnedKeys = [other] });
    }

    private static string Pin(X509Certificate2 certificate) =>
        Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
}
