using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Tls.Tests.Rows;

/// <summary>Keys that are pinned beside the chain, never instead of it.</summary>
internal static class Pins
{
    private const string Change = "If the server changed its key, add that to TlsPolicy.PinnedKeys; if it did not, somebody is in between.";

    private static readonly string[] _names = ["localhost"];
    private static readonly string _other = new('0', 64);

    public static ServerRow[] Rows { get; } =
    [
        new("the server's key", pki => new(pki.Server)) { Client = (policy, shown) => policy with { PinnedKeys = [Of(shown.Leaf)] } },
        new("the server's key in hexadecimal digits", pki => new(pki.Server))
        {
            Client = (policy, shown) => policy with { PinnedKeys = [Convert.ToHexStringLower(Convert.FromBase64String(Of(shown.Leaf)))] },
        },
        new("the root's key", pki => new(pki.Server)) { Client = (policy, _) => policy with { PinnedKeys = [Of(policy.TrustedRoots[0])] } },
        new("the intermediate's key", Below) { Client = (policy, shown) => policy with { PinnedKeys = [Of(shown.Sent[0])] } },
        new("a spare and the server's", pki => new(pki.Server)) { Client = (policy, shown) => policy with { PinnedKeys = [_other, Of(shown.Leaf)] } },
        new("the server's, beside the system's roots", pki => new(pki.Server))
        {
            Client = (policy, shown) => policy with { TrustMode = TlsTrustMode.Both, PinnedKeys = [Of(shown.Leaf)] },
        },
        new("another key", pki => new(pki.Server))
        {
            Client = (policy, _) => policy with { PinnedKeys = [_other] },
            Reason = RpcConnectFailure.PinMismatch,
            Text = $"The certificate of localhost is valid and does not hold the pinned key; its own key is {{key}}. {Change}",
        },
        new("two other keys, below an intermediate", Below)
        {
            Client = (policy, _) => policy with { PinnedKeys = [_other, new string('1', 64)] },
            Reason = RpcConnectFailure.PinMismatch,
            Text = $"The certificate of localhost is valid and holds none of the 2 pinned keys; its own key is {{key}}. {Change}",
        },
        new("the server's, of an unknown root", pki => new(pki.OtherRoot.Issue("localhost", _names)))
        {
            Client = (policy, shown) => policy with { PinnedKeys = [Of(shown.Leaf)] },
            Reason = RpcConnectFailure.UntrustedRoot,
            Text = "The certificate of localhost leads to \"CN=RpcWss Other Root\", which TlsPolicy.TrustedRoots does not hold. Add that root to TlsPolicy.TrustedRoots if it is yours, and see that the server sends its intermediate certificates.",
        },
        new("the server's, for another name", pki => new(pki.Root.Issue("localhost", ["other.example"])))
        {
            Client = (policy, shown) => policy with { PinnedKeys = [Of(shown.Leaf)] },
            Reason = RpcConnectFailure.CertificateName,
            Text = "The certificate that localhost showed is not for that name; it has other.example. Connect by one of its names, or give the server a certificate with localhost as subject alternative name.",
        },
        new("the server's, expired", pki => new(pki.Root.Issue("localhost", _names, validFrom: TimeSpan.FromDays(10), validFor: TimeSpan.FromDays(-1))))
        {
            Client = (policy, shown) => policy with { PinnedKeys = [Of(shown.Leaf)] },
            Reason = RpcConnectFailure.CertificateExpired,
            Text = "The certificate of localhost is valid from {from} to {until}, which is not now. Renew it, or set this computer's clock.",
        },
    ];

    /// <summary>The pin of a certificate's key.</summary>
    public static string Of(X509Certificate2 certificate) => Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    private static Shown Below(Pki pki) => new(pki.Intermediate.Issue("localhost", _names), pki.Intermediate.Certificate);
}
