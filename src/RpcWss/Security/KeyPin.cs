using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Security;

/// <summary>The SHA-256 of a certificate's SubjectPublicKeyInfo: it stays the same when the certificate is renewed for the same key.</summary>
internal static class KeyPin
{
    public static byte[] Of(X509Certificate2 certificate) => SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo());

    public static bool TryParse(string text, out byte[] pin)
    {
        pin = new byte[SHA256.HashSizeInBytes];
        if (text is null)
        {
            return false;
        }

        if (text.Length == 2 * pin.Length)
        {
            return Convert.FromHexString(text, pin, out _, out int written) == System.Buffers.OperationStatus.Done && written == pin.Length;
        }

        return Convert.TryFromBase64String(text, pin, out int length) && length == pin.Length;
    }
}
