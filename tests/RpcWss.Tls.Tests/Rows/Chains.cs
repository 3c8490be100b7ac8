using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Tls.Tests.Rows;

/// <summary>Who has issued a certificate, for how long and for what.</summary>
internal static class Chains
{
    private const string NotHeld =
        "which TlsPolicy.TrustedRoots does not hold. Add that root to TlsPolicy.TrustedRoots if it is yours, and see that the server sends its intermediate certificates.";

    private const string NotNow = "which is not now. Renew it, or set this computer's clock.";

    private static readonly string[] _names = ["localhost"];
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    private static readonly CertificateTraits _authority = new() { IsAuthority = true, Usage = null };

    public static ServerRow[] Rows { get; } =
    [
        new("of an own root", pki => new(pki.Server)),
        new("below an intermediate", pki => new(pki.Intermediate.Issue("localhost", _names), pki.Intermediate.Certificate)),
        new("below two intermediates", pki => new(pki.Lower.Issue("localhost", _names), pki.Lower.Certificate, pki.Intermediate.Certificate)),
        new("without a usage, which is for all", pki => new(pki.Root.Issue("localhost", _names, new CertificateTraits { Usage = null }))),
        new("of the second of two own roots", pki => new(pki.Server))
        {
            Client = (policy, shown) => policy with { TrustedRoots = [shown.Leaf, .. policy.TrustedRoots] },
        },
        new("below an intermediate that is not sent", pki => new(pki.Intermediate.Issue("localhost", _names)))
        {
            Reason = RpcConnectFailure.UntrustedRoot,
            Text = $"The certificate of localhost leads to \"CN=RpcWss Test Intermediate\", {NotHeld}",
        },
        new("below two intermediates of which one is sent", pki => new(pki.Lower.Issue("localhost", _names), pki.Lower.Certificate))
        {
            Reason = RpcConnectFailure.UntrustedRoot,
            Text = $"The certificate of localhost leads to \"CN=RpcWss Test Intermediate\", {NotHeld}",
        },
        new("of an unknown root", pki => new(pki.OtherRoot.Issue("localhost", _names)))
        {
            Reason = RpcConnectFailure.UntrustedRoot,
            Text = $"The certificate of localhost leads to \"CN=RpcWss Other Root\", {NotHeld}",
        },
        new("of an unknown root that is sent", pki => new(pki.OtherRoot.Issue("localhost", _names), pki.OtherRoot.Certificate))
        {
            Reason = RpcConnectFailure.UntrustedRoot,
            Text = $"The certificate of localhost leads to \"CN=RpcWss Other Root\", {NotHeld}",
        },
        new("that vouches for itself", pki => new(pki.Own(TestAuthority.CreateSelfSigned("localhost", "localhost"))))
        {
            Reason = RpcConnectFailure.UntrustedRoot,
            Text = $"The certificate of localhost leads to \"CN=localhost\", {NotHeld}",
        },
        new("that vouches for itself and is trusted", pki => new(pki.Own(TestAuthority.CreateSelfSigned("localhost", "localhost"))))
        {
            Client = (policy, shown) => policy with { TrustedRoots = [shown.Leaf] },
        },
        new("that has expired", pki => new(pki.Root.Issue("localhost", _names, validFrom: 10 * _day, validFor: -_day)))
        {
            Reason = RpcConnectFailure.CertificateExpired,
            Text = $"The certificate of localhost is valid from {{from}} to {{until}}, {NotNow}",
        },
        new("that is not valid yet", pki => new(pki.Root.Issue("localhost", _names, validFrom: -_day, validFor: 10 * _day)))
        {
            Reason = RpcConnectFailure.CertificateExpired,
            Text = $"The certificate of localhost is valid from {{from}} to {{until}}, {NotNow}",
        },
        new("below an intermediate that has expired", pki => Below(pki, "RpcWss Expired Intermediate", _authority with { ValidFrom = 10 * _day, ValidFor = -_day }))
        {
            Reason = RpcConnectFailure.CertificateExpired,
            Text = $"A certificate above that of localhost, \"CN=RpcWss Expired Intermediate\", is valid from {{above.from}} to {{above.until}}, {NotNow}",
        },
        new("below an intermediate that is not valid yet", pki => Below(pki, "RpcWss Future Intermediate", _authority with { ValidFrom = -_day, ValidFor = 10 * _day }))
        {
            Reason = RpcConnectFailure.CertificateExpired,
            Text = $"A certificate above that of localhost, \"CN=RpcWss Future Intermediate\", is valid from {{above.from}} to {{above.until}}, {NotNow}",
        },
        new("for clients alone", pki => new(pki.Root.Issue("localhost", _names, usage: TestAuthority.ClientUsage)))
        {
            Reason = RpcConnectFailure.CertificateInvalid,
            Text = "The certificate of localhost is not for servers: its extended key usage lacks serverAuth. Give the server one that has it.",
        },
        new("below an intermediate for clients alone", pki => Below(pki, "RpcWss Clients Intermediate", _authority with { Usage = TestAuthority.ClientUsage }))
        {
            Reason = RpcConnectFailure.CertificateInvalid,
            Text = "A certificate above that of localhost, \"CN=RpcWss Clients Intermediate\", is not for servers: its extended key usage lacks serverAuth. Give the server one that has it.",
        },
        new("below one that is no authority", pki => Below(pki, "RpcWss No Authority", new CertificateTraits { Usage = null }))
        {
            Reason = RpcConnectFailure.CertificateInvalid,
            Text = "A certificate above that of localhost, \"CN=RpcWss No Authority\", may not issue what is below it (basic constraints). Give the server one from a proper authority.",
        },
        new("below an authority for its domain", pki => Below(pki, "RpcWss Local Intermediate", _authority with { PermittedDomain = "localhost" })),
        new("below an authority for another domain", pki => Below(pki, "RpcWss Narrow Intermediate", _authority with { PermittedDomain = "narrow.example" }))
        {
            Reason = RpcConnectFailure.CertificateInvalid,
            Text = "An authority above the certificate of localhost may not issue it for the names that it has (name constraints): localhost. Give the server one from an authority that may.",
        },
    ];

    private static Shown Below(Pki pki, string name, CertificateTraits traits)
    {
        TestAuthority above = pki.Own(pki.Root.CreateIntermediate(name, traits));
        return new Shown(above.Issue("localhost", _names), above.Certificate);
    }
}
