namespace RpcWss.Tls.Tests.Rows;

/// <summary>Whose roots count.</summary>
internal static class Trusts
{
    private const string Advice = "Add that root to TlsPolicy.TrustedRoots if it is yours, and see that the server sends its intermediate certificates.";

    private static readonly string[] _names = ["localhost"];
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    public static ServerRow[] Rows { get; } =
    [
        new("the system's roots, which ours is none of", pki => new(pki.Server))
        {
            Client = (policy, _) => policy with { TrustMode = TlsTrustMode.System, TrustedRoots = [] },
            Reason = RpcConnectFailure.UntrustedRoot,
            Text = $"The certificate of localhost leads to \"CN=RpcWss Test Root\", which the system does not trust. {Advice}",
        },
        new("either, of an own root", pki => new(pki.Server)) { Client = Both },
        new("either, below an intermediate", pki => new(pki.Intermediate.Issue("localhost", _names), pki.Intermediate.Certificate)) { Client = Both },
        new("either, of an unknown root", pki => new(pki.OtherRoot.Issue("localhost", _names)))
        {
            Client = Both,
            Reason = RpcConnectFailure.UntrustedRoot,
            Text = $"The certificate of localhost leads to \"CN=RpcWss Other Root\", which neither the system nor TlsPolicy.TrustedRoots holds. {Advice}",
        },
        new("either, and expired", pki => new(pki.Root.Issue("localhost", _names, validFrom: 10 * _day, validFor: -_day)))
        {
            Client = Both,
            Reason = RpcConnectFailure.CertificateExpired,
            Text = "The certificate of localhost is valid from {from} to {until}, which is not now. Renew it, or set this computer's clock.",
        },
        new("either, and for clients alone", pki => new(pki.Root.Issue("localhost", _names, usage: TestAuthority.ClientUsage)))
        {
            Client = Both,
            Reason = RpcConnectFailure.CertificateInvalid,
            Text = "The certificate of localhost is not for servers: its extended key usage lacks serverAuth. Give the server one that has it.",
        },
        new("either, and of which nothing can be found out", pki => new(pki.Server))
        {
            Client = (policy, shown) => Both(policy, shown) with { Revocation = TlsRevocationMode.Required },
            Reason = RpcConnectFailure.RevocationUnknown,
            Text = Revocations.Unknown,
        },
        new("either, and revoked", pki => Revocations.ByList(pki, (authority, leaf) => authority.RevocationList(leaf)))
        {
            Client = (policy, shown) => Both(policy, shown) with { Revocation = TlsRevocationMode.Required },
            Reason = RpcConnectFailure.CertificateRevoked,
            Text = Revocations.Revoked,
        },
        new("either, and not revoked", pki => Revocations.ByList(pki, (authority, _) => authority.RevocationList()))
        {
            Client = (policy, shown) => Both(policy, shown) with { Revocation = TlsRevocationMode.Required },
        },
    ];

    private static TlsPolicy Both(TlsPolicy policy, Shown shown) => policy with { TrustMode = TlsTrustMode.Both };
}
