using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Testing;

/// <summary>Signs with ecdsa-with-SHA1 (RFC 3279 §2.2.3), which the platform's own generator no longer does.</summary>
internal sealed class Sha1Signature(ECDsa key) : X509SignatureGenerator
{
    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) => [0x30, 0x09, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x01];

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, HashAlgorithmName.SHA1, DSASignatureFormat.Rfc3279DerSequence);

    protected override PublicKey BuildPublicKey() => CreateForECDsa(key).PublicKey;
}
