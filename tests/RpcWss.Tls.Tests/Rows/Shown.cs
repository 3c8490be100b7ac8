using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Tls.Tests.Rows;

/// <summary>What one end shows to the other.</summary>
/// <param name="Leaf">Its certificate, with the key.</param>
/// <param name="Sent">What it sends along.</param>
public sealed record Shown(X509Certificate2 Leaf, params X509Certificate2[] Sent)
{
    /// <summary>The root that the other end trusts; null for the usual one.</summary>
    public X509Certificate2? Root { get; init; }

    /// <summary>Where it can be found out whether the certificate has been revoked; null for nowhere.</summary>
    public LoopbackPage? Page { get; init; }

    public TlsCertificateSource Source => TlsCertificateSource.FromCertificate(Leaf, Sent);

    /// <summary>As a server shows it that looks for nothing to staple.</summary>
    public SslStreamCertificateContext Context => SslStreamCertificateContext.Create(Leaf, [.. Sent], offline: true);

    /// <summary>Puts into a text what a table cannot know: dates, and the leaf's key.</summary>
    public string Fill(string text)
    {
        X509Certificate2 above = Sent.Length > 0 ? Sent[0] : Leaf;
        return text
            .Replace("{from}", Time(Leaf.NotBefore), StringComparison.Ordinal).Replace("{until}", Time(Leaf.NotAfter), StringComparison.Ordinal)
            .Replace("{above.from}", Time(above.NotBefore), StringComparison.Ordinal).Replace("{above.until}", Time(above.NotAfter), StringComparison.Ordinal)
            .Replace("{key}", Pins.Of(Leaf), StringComparison.Ordinal);
    }

    private static string Time(DateTime local) => local.ToUniversalTime().ToString("u");
}
