using System.Security.Cryptography.X509Certificates;
using RpcWss.Testing;

[assembly: AssemblyFixture(typeof(RpcWss.Interop.Tests.Certificates))]

namespace RpcWss.Interop.Tests;

/// <summary>The certificates of one run, in memory and, for other programs, in files.</summary>
public sealed class Certificates : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rpcwss-interop-");

    public Certificates()
    {
        X509Certificate2 server = Test.Server;
        string key = server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem();
        File.WriteAllText(Path.Combine(_folder.FullName, "server.pem"), server.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder.FullName, "server.key"), key);
        File.WriteAllText(Path.Combine(_folder.FullName, "server-and-key.pem"), $"{server.ExportCertificatePem()}\n{key}");
        File.WriteAllText(Path.Combine(_folder.FullName, "root.pem"), Test.Root.Certificate.ExportCertificatePem());
    }

    public TestCertificates Test { get; } = new();

    /// <summary>Holds server.pem, server.key, server-and-key.pem and root.pem.</summary>
    public string Folder => _folder.FullName;

    public TlsPolicy Server => TlsPolicy.Intermediate with
    {
        ServerCertificates = new Dictionary<string, TlsCertificateSource> { ["*"] = TlsCertificateSource.FromCertificate(Test.Server) },
    };

    /// <summary>Of a client that trusts the test root.</summary>
    public RpcClientOptions Client() => new()
    {
        UseProxy = false,
        Tls = TlsPolicy.Intermediate with { TrustMode = TlsTrustMode.OwnRoots, TrustedRoots = [Test.Root.Certificate], Revocation = TlsRevocationMode.Disabled },
    };

    public void Dispose()
    {
        Test.Dispose();
        _folder.Delete(recursive: true);
    }
}
