using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Tls.Tests.Rows;

/// <summary>Clients' certificates: who issued them, for how long, for what, and whether they have been revoked.</summary>
internal static class ClientCertificates
{
    private const string NotTrusted = "The client certificate does not lead to an authority that is trusted here; see that its intermediate certificates are sent too.";
    private const string Revoked = "The client certificate has been revoked.";
    private const string Unknown = "The client certificate may have been revoked; that could not be found out.";

    private static readonly TimeSpan _day = TimeSpan.FromDays(1);
    private static readonly CertificateTraits _client = new() { Usage = TestAuthority.ClientUsage };
    private static readonly CertificateTraits _authority = new() { IsAuthority = true, Usage = null };

    public static ClientRow[] Rows { get; } =
    [
        new("none where one is required", _ => null) { Refusal = "A client certificate is required." },
        new("none where one is optional", _ => null) { Mode = TlsClientAuthentication.Optional },
        new("of the root", pki => Of(pki.Root)),
        new("of the root where one is optional", pki => Of(pki.Root)) { Mode = TlsClientAuthentication.Optional },
        new("below an intermediate", pki => Of(pki.Intermediate, _client, pki.Intermediate)),
        new("below two intermediates", pki => Of(pki.Lower, _client, pki.Lower, pki.Intermediate)),
        new("without a usage, which is for all", pki => Of(pki.Root, _client with { Usage = null })),
        new("below an intermediate that is not sent", pki => Of(pki.Intermediate)) { Refusal = NotTrusted },
        new("below two intermediates of which one is sent", pki => Of(pki.Lower, _client, pki.Lower)) { Refusal = NotTrusted },
        new("of an unknown root", pki => Of(pki.OtherRoot)) { Refusal = NotTrusted },
        new("of an unknown root where one is optional", pki => Of(pki.OtherRoot)) { Mode = TlsClientAuthentication.Optional, Refusal = NotTrusted },
        new("that vouches for itself", pki => new Shown(pki.Own(TestAuthority.CreateSelfSigned("device")))) { Refusal = NotTrusted },
        new("that has expired", pki => Of(pki.Root, _client with { ValidFrom = 10 * _day, ValidFor = -_day }))
        {
            Refusal = "The client certificate is valid from {from} to {until}, which is not now.",
        },
        new("that is not valid yet", pki => Of(pki.Root, _client with { ValidFrom = -_day, ValidFor = 10 * _day }))
        {
            Refusal = "The client certificate is valid from {from} to {until}, which is not now.",
        },
        new("that has expired where one is optional", pki => Of(pki.Root, _client with { ValidFrom = 10 * _day, ValidFor = -_day }))
        {
            Mode = TlsClientAuthentication.Optional,
            Refusal = "The client certificate is valid from {from} to {until}, which is not now.",
        },
        new("below an intermediate that has expired", pki => Below(pki, _authority with { ValidFrom = 10 * _day, ValidFor = -_day }))
        {
            Refusal = "A certificate above the client's is valid from {above.from} to {above.until}, which is not now.",
        },
        new("for servers alone", pki => Of(pki.Root, new CertificateTraits())) { Refusal = "The client certificate is not for client authentication." },
        new("below an intermediate for servers alone", pki => Below(pki, _authority with { Usage = TestAuthority.ServerUsage }))
        {
            Refusal = "A certificate above the client's is not for client authentication.",
        },
        new("below one that is no authority", pki => Below(pki, new CertificateTraits { Usage = null }))
        {
            Refusal = "A certificate above the client's may not issue what is below it (basic constraints).",
        },
        new("not on the list", pki => ByList(pki, (authority, _) => authority.RevocationList())) { Revocation = TlsRevocationMode.Required },
        .. Enum.GetValues<TlsRevocationMode>().Select(mode => new ClientRow($"on the list: {mode}", pki => ByList(pki, (authority, leaf) => authority.RevocationList(leaf)))
        {
            Revocation = mode,
            Refusal = mode == TlsRevocationMode.Disabled ? null : Revoked,
        }),
        .. Enum.GetValues<TlsRevocationMode>().Select(mode => new ClientRow($"with a list that cannot be had: {mode}", pki => ByList(pki, (_, _) => null))
        {
            Revocation = mode,
            Refusal = mode == TlsRevocationMode.Required ? Unknown : null,
        }),
        new("of which nothing can be found out", pki => Of(pki.Root)) { Revocation = TlsRevocationMode.Required, Refusal = Unknown },
        new("on a list where one is optional", pki => ByList(pki, (authority, leaf) => authority.RevocationList(leaf)))
        {
            Mode = TlsClientAuthentication.Optional,
            Revocation = TlsRevocationMode.Required,
            Refusal = Revoked,
        },
        new("good by OCSP", pki => ByOcsp(pki, OcspVerdict.Good)) { Revocation = TlsRevocationMode.Required },
        new("revoked by OCSP", pki => ByOcsp(pki, OcspVerdict.Revoked)) { Revocation = TlsRevocationMode.BestEffort, Refusal = Revoked },
        new("unknown by OCSP", pki => ByOcsp(pki, OcspVerdict.Unknown)) { Revocation = TlsRevocationMode.Required, Refusal = Unknown },
    ];

    private static Shown Of(TestAuthority issuer, CertificateTraits? traits = null, params TestAuthority[] sent) =>
        new(issuer.Issue("device", [], traits ?? _client), [.. sent.Select(authority => authority.Certificate)]);

    private static Shown Below(Pki pki, CertificateTraits traits)
    {
        TestAuthority above = pki.Own(pki.Root.CreateIntermediate("RpcWss Devices", traits));
        return Of(above, _client, above);
    }

    private static Shown ByList(Pki pki, Func<TestAuthority, X509Certificate2, byte[]?> list)
    {
        TestAuthority authority = pki.Own(TestAuthority.CreateRoot("RpcWss Revoking Root"));
        X509Certificate2? leaf = null;
        LoopbackPage page = pki.Pages.Publish(_ => list(authority, leaf!));
        leaf = authority.Issue("device", [], _client with { RevocationList = page.Address });
        return new Shown(leaf) { Root = authority.Certificate, Page = page };
    }

    private static Shown ByOcsp(Pki pki, OcspVerdict verdict)
    {
        TestAuthority authority = pki.Own(TestAuthority.CreateRoot("RpcWss Answering Root"));
        LoopbackPage page = pki.Pages.Publish(path => OcspAnswer.ToPath(path, authority, verdict));
        return new Shown(authority.Issue("device", [], _client with { OcspResponder = page.Address })) { Root = authority.Certificate, Page = page };
    }
}
