using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Testing;

/// <summary>What an OCSP responder says of a certificate (RFC 6960 §2.2).</summary>
public enum OcspVerdict
{
    Good,
    Revoked,
    Unknown,
}

/// <summary>Answers to OCSP requests, signed by the authority itself.</summary>
public static class OcspAnswer
{
    private const string BasicResponse = "1.3.6.1.5.5.7.48.1.1";
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";

    /// <summary>Answers a request that came by GET: its last segment is the request, in Base64 (RFC 6960 §A.1).</summary>
    public static byte[] ToPath(string path, TestAuthority authority, OcspVerdict verdict) =>
        To(Convert.FromBase64String(Uri.UnescapeDataString(path.TrimStart('/'))), authority, verdict);

    private static byte[] To(byte[] request, TestAuthority authority, OcspVerdict verdict)
    {
        byte[] data = ResponseData(CertificateIn(request), authority.Certificate, verdict);
        using ECDsa key = authority.Certificate.GetECDsaPrivateKey()!;
        var basic = new AsnWriter(AsnEncodingRules.DER);
        using (basic.PushSequence())
        {
            basic.WriteEncodedValue(data);
            using (basic.PushSequence())
            {
                basic.WriteObjectIdentifier(EcdsaWithSha256);
            }

            basic.WriteBitString(key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        }

        var answer = new AsnWriter(AsnEncodingRules.DER);
        using (answer.PushSequence())
        {
            answer.WriteEnumeratedValue(ResponseStatus.Successful);
            using (answer.PushSequence(Tag(0)))
            using (answer.PushSequence())
            {
                answer.WriteObjectIdentifier(BasicResponse);
                answer.WriteOctetString(basic.Encode());
            }
        }

        return answer.Encode();
    }

    // OCSPRequest, TBSRequest without its optional parts, requestList, the first Request, its CertID.
    private static ReadOnlyMemory<byte> CertificateIn(byte[] request)
    {
        AsnReader body = new AsnReader(request, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        while (body.PeekTag().TagClass == TagClass.ContextSpecific)
        {
            body.ReadEncodedValue();
        }

        return body.ReadSequence().ReadSequence().ReadEncodedValue();
    }

    private static byte[] ResponseData(ReadOnlyMemory<byte> certificate, X509Certificate2 responder, OcspVerdict verdict)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        var data = new AsnWriter(AsnEncodingRules.DER);
        using (data.PushSequence())
        {
            using (data.PushSequence(Tag(1)))
            {
                data.WriteEncodedValue(responder.SubjectName.RawData);
            }

            data.WriteGeneralizedTime(now, omitFractionalSeconds: true);
            using (data.PushSequence())
            using (data.PushSequence())
            {
                data.WriteEncodedValue(certificate.Span);
                WriteVerdict(data, verdict, now);
                data.WriteGeneralizedTime(now.AddHours(-1), omitFractionalSeconds: true);
                using (data.PushSequence(Tag(0)))
                {
                    data.WriteGeneralizedTime(now.AddDays(1), omitFractionalSeconds: true);
                }
            }
        }

        return data.Encode();
    }

    private static void WriteVerdict(AsnWriter data, OcspVerdict verdict, DateTimeOffset now)
    {
        if (verdict != OcspVerdict.Revoked)
        {
            data.WriteNull(Tag(verdict == OcspVerdict.Good ? 0 : 2));
            return;
        }

        using (data.PushSequence(Tag(1)))
        {
            data.WriteGeneralizedTime(now.AddHours(-2), omitFractionalSeconds: true);
        }
    }

    private static Asn1Tag Tag(int number) => new(TagClass.ContextSpecific, number);

    private enum ResponseStatus
    {
        Successful = 0,
    }
}
