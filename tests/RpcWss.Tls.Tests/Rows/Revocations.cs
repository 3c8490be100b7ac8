using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Tls.Tests.Rows;

/// <summary>What can be found out about whether a certificate has been revoked, and what each mode makes of it.</summary>
internal static class Revocations
{
    public const string Revoked = "The certificate of localhost has been revoked. The server needs a new one.";

    public const string Unknown =
        "Whether the certificate of localhost has been revoked could not be found out, and TlsPolicy.Revocation is Required. Let this computer reach the issuer's revocation service, or use BestEffort.";

    private const string RevokedAbove = "A certificate above that of localhost, \"CN=RpcWss Revoked Intermediate\", has been revoked. The server needs a new one.";

    private const string UnknownAbove =
        "Whether a certificate above that of localhost, \"CN=RpcWss Revoked Intermediate\", has been revoked could not be found out, and TlsPolicy.Revocation is Required. Let this computer reach the issuer's revocation service, or use BestEffort.";

    private static readonly string[] _names = ["localhost"];

    public static ServerRow[] Rows { get; } =
    [
        .. InEachMode("named nowhere", pki => new(pki.Server), Unknown, null),
        .. InEachMode("not on the list", pki => ByList(pki, (authority, _) => authority.RevocationList()), null, null),
        .. InEachMode("on the list", pki => ByList(pki, (authority, leaf) => authority.RevocationList(leaf)), Revoked, Revoked),
        .. InEachMode("on the list of another authority", pki => ByList(pki, (_, leaf) => pki.OtherRoot.RevocationList(leaf)), Unknown, null),
        .. InEachMode("not on a list that has expired", pki => ByList(pki, (authority, _) => authority.RevocationList(DateTimeOffset.UtcNow.AddDays(-1))), Unknown, null),
        .. InEachMode("with a list that is garbage", pki => ByList(pki, (_, _) => [1, 2, 3]), Unknown, null),
        .. InEachMode("with a list that the server does not give", pki => ByList(pki, (_, _) => null), Unknown, null),
        .. InEachMode("with a list at an address where nothing listens", pki => Issued(pki, new CertificateTraits { RevocationList = LoopbackPages.Nowhere }), Unknown, null),
        .. InEachMode("with a list that does not come", pki => Silent(ByList(pki, (authority, _) => authority.RevocationList())), Unknown, null),
        .. InEachMode("good by OCSP", pki => ByOcsp(pki, OcspVerdict.Good), null, null),
        .. InEachMode("revoked by OCSP", pki => ByOcsp(pki, OcspVerdict.Revoked), Revoked, Revoked),
        .. InEachMode("unknown by OCSP", pki => ByOcsp(pki, OcspVerdict.Unknown), Unknown, null),
        .. InEachMode("good by an OCSP answer that was changed on the way", pki => ByOcsp(pki, OcspVerdict.Good, Tamper), Unknown, null),
        .. InEachMode("good by an OCSP answer that another authority signed", pki => ByOcsp(pki, OcspVerdict.Good, signer: pki.OtherRoot), Unknown, null),
        .. InEachMode("with an OCSP service that fails", pki => ByOcsp(pki, OcspVerdict.Good, _ => null), Unknown, null),
        .. InEachMode("with an OCSP service that is not there", pki => Issued(pki, new CertificateTraits { OcspResponder = LoopbackPages.Nowhere }), Unknown, null),
        .. InEachMode("with an OCSP service that does not answer", pki => Silent(ByOcsp(pki, OcspVerdict.Good)), Unknown, null),
        .. InEachMode("below an intermediate that is revoked", pki => Below(pki, (root, above) => root.RevocationList(above)), RevokedAbove, RevokedAbove),
        .. InEachMode("below an intermediate that is not revoked", pki => Below(pki, (root, _) => root.RevocationList()), null, null),
        .. InEachMode("below an intermediate of which nothing can be found out", pki => Below(pki, (_, _) => null), UnknownAbove, null),
    ];

    /// <summary>A certificate with a list, which is made of its authority and itself.</summary>
    public static Shown ByList(Pki pki, Func<TestAuthority, X509Certificate2, byte[]?> list)
    {
        TestAuthority authority = pki.Own(TestAuthority.CreateRoot("RpcWss Revoking Root"));
        X509Certificate2? leaf = null;
        LoopbackPage page = pki.Pages.Publish(_ => list(authority, leaf!));
        leaf = authority.Issue("localhost", _names, new CertificateTraits { RevocationList = page.Address });
        return new Shown(leaf) { Root = authority.Certificate, Page = page };
    }

    /// <summary>A certificate with an OCSP service.</summary>
    public static Shown ByOcsp(Pki pki, OcspVerdict verdict, Func<byte[], byte[]?>? change = null, TestAuthority? signer = null)
    {
        TestAuthority authority = pki.Own(TestAuthority.CreateRoot("RpcWss Answering Root"));
        LoopbackPage page = pki.Pages.Publish(path => OcspAnswer.ToPath(path, signer ?? authority, verdict) is var answer && change is null ? answer : change!(answer));
        X509Certificate2 leaf = authority.Issue("localhost", _names, new CertificateTraits { OcspResponder = page.Address });
        return new Shown(leaf) { Root = authority.Certificate, Page = page };
    }

    private static Shown Issued(Pki pki, CertificateTraits traits) => new(pki.Root.Issue("localhost", _names, traits));

    // The leaf's own list is in order.
    private static Shown Below(Pki pki, Func<TestAuthority, X509Certificate2, byte[]?> list)
    {
        TestAuthority root = pki.Own(TestAuthority.CreateRoot("RpcWss Revoking Root"));
        TestAuthority? above = null;
        LoopbackPage rootList = pki.Pages.Publish(_ => list(root, above!.Certificate));
        LoopbackPage ownList = pki.Pages.Publish(_ => above!.RevocationList());
        above = pki.Own(root.CreateIntermediate("RpcWss Revoked Intermediate", new CertificateTraits { IsAuthority = true, Usage = null, RevocationList = rootList.Address }));
        X509Certificate2 leaf = above.Issue("localhost", _names, new CertificateTraits { RevocationList = ownList.Address });
        return new Shown(leaf, above.Certificate) { Root = root.Certificate, Page = rootList };
    }

    private static Shown Silent(Shown shown)
    {
        shown.Page!.IsSilent = true;
        return shown;
    }

    // The signature is the last of it.
    private static byte[] Tamper(byte[] answer)
    {
        answer[^1] ^= 1;
        return answer;
    }

    private static IEnumerable<ServerRow> InEachMode(string name, Func<Pki, Shown> server, string? required, string? bestEffort)
    {
        yield return Row(TlsRevocationMode.Required, required);
        yield return Row(TlsRevocationMode.BestEffort, bestEffort);
        yield return Row(TlsRevocationMode.Disabled, null) with { Asks = false };

        ServerRow Row(TlsRevocationMode mode, string? text) => new($"{name}: {mode}", server)
        {
            // Short for those who do not answer, which is waited for.
            Client = (policy, shown) => policy with { Revocation = mode, RetrievalTimeout = shown.Page is { IsSilent: true } ? TimeSpan.FromSeconds(0.3) : policy.RetrievalTimeout },
            Reason = text is null ? null : text.Contains("could not", StringComparison.Ordinal) ? RpcConnectFailure.RevocationUnknown : RpcConnectFailure.CertificateRevoked,
            Text = text ?? "",
        };
    }
}
