using System.Security.Cryptography.X509Certificates;
using RpcWss.Testing;

namespace RpcWss.Conformance.Wires;

/// <summary>The certificate of this process's servers, made at its start and never stored.</summary>
internal static class LoopbackCertificates
{
    private static readonly TestAuthority _root = TestAuthority.CreateRoot("RpcWss Conformance Root");

    public static X509Certificate2 Root => _root.Certificate;

    public static X509Certificate2 Server { get; } = _root.Issue("localhost", ["localhost", "127.0.0.1"]);
}
