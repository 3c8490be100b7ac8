using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RpcWss.Testing;

namespace RpcWss.Examples.Tests;

/// <summary>
/// What <c>dotnet dev-certs https --trust</c> does on a developer's computer, for one process: a root among those of the system, and a certificate that Kestrel takes unless told otherwise.
/// </summary>
internal sealed class SystemTrust : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("rpcwss-trust-");

    public SystemTrust()
    {
        using var certificates = new TestCertificates();
        using ECDsa key = certificates.Server.GetECDsaPrivateKey()!;
        Environment = new Dictionary<string, string>
        {
            ["SSL_CERT_FILE"] = Write("root.pem", certificates.Root.Certificate.ExportCertificatePem()),
            ["Kestrel__Certificates__Default__Path"] = Write("server.pem", certificates.Server.ExportCertificatePem()),
            ["Kestrel__Certificates__Default__KeyPath"] = Write("server.key", key.ExportPkcs8PrivateKeyPem()),
        };
    }

    /// <summary>For the processes of both ends.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    public void Dispose() => _directory.Delete(recursive: true);

    private string Write(string name, string text)
    {
        string path = Path.Join(_directory.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
