using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Testing;

/// <summary>Requests for certificates, by their traits.</summary>
internal static class TestRequest
{
    private const string NameConstraints = "2.5.29.30";

    public static CertificateRequest Create(string commonName, string[] names, CertificateTraits traits, ECDsa key) =>
        Fill(new CertificateRequest($"CN={commonName}", key, HashAlgorithmName.SHA256), names, traits);

    public static CertificateRequest Create(string commonName, string[] names, CertificateTraits traits, RSA key) =>
        Fill(new CertificateRequest($"CN={commonName}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), names, traits);

    private static CertificateRequest Fill(CertificateRequest request, string[] names, CertificateTraits traits)
    {
        var extensions = request.CertificateExtensions;
        extensions.Add(new X509BasicConstraintsExtension(traits.IsAuthority, false, 0, true));
        extensions.Add(new X509KeyUsageExtension(traits.IsAuthority ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign : X509KeyUsageFlags.DigitalSignature, true));
        extensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        if (traits.Usage is not null)
        {
            extensions.Add(new X509EnhancedKeyUsageExtension([new Oid(traits.Usage)], false));
        }

        if (names.Length > 0)
        {
            extensions.Add(Alternatives(names));
        }

        if (traits.RevocationList is not null)
        {
            extensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([traits.RevocationList.AbsoluteUri]));
        }

        if (traits.OcspResponder is not null)
        {
            extensions.Add(new X509AuthorityInformationAccessExtension([traits.OcspResponder.AbsoluteUri], null));
        }

        if (traits.PermittedDomain is not null)
        {
            extensions.Add(new X509Extension(NameConstraints, Permit(traits.PermittedDomain), critical: true));
        }

        return request;
    }

    private static X509Extension Alternatives(string[] names)
    {
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (string name in names)
        {
            if (IPAddress.TryParse(name, out IPAddress? address))
            {
                alternatives.AddIpAddress(address);
            }
            else
            {
                alternatives.AddDnsName(name);
            }
        }

        return alternatives.Build();
    }

    // NameConstraints with one permitted subtree, a DNS name (RFC 5280 §4.2.1.10).
    private static byte[] Permit(string domain)
    {
        var permitted = new Asn1Tag(TagClass.ContextSpecific, 0);
        var dnsName = new Asn1Tag(TagClass.ContextSpecific, 2);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(permitted))
        using (writer.PushSequence())
        {
            writer.WriteCharacterString(UniversalTagNumber.IA5String, domain, dnsName);
        }

        return writer.Encode();
    }
}
