using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Tls;

/// <summary>A certificate whose files are replaced serves the connections that open from then on; those that are open stay.</summary>
internal sealed class Rotation() : TlsCase("rotation-without-dropping-connections")
{
    protected override async Task RunAsync(TlsRun run)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("rpcwss-conformance-");
        try
        {
            string certificate = Path.Combine(folder.FullName, "server.pem"), key = Path.Combine(folder.FullName, "server.key");
            var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
            X509Certificate2 first = run.Issue(), second = run.Issue();
            Write(first);
            LoopbackHost host = await run.ServeAsync(
                TlsPolicy.Intermediate with { ServerCertificates = new Dictionary<string, TlsCertificateSource> { ["*"] = TlsCertificateSource.FromPemFiles(certificate, key) } },
                rpc => rpc.Services.AddSingleton<TimeProvider>(time));
            await using RpcClient before = await run.DialAsync(host.Address);

            Write(second);
            time.Advance(TimeSpan.FromSeconds(2));
            await using RpcClient after = await run.DialAsync(host.Address);

            Check.Equal(first.Thumbprint, before.Connection.Security.PeerCertificate?.Thumbprint);
            Check.Equal(second.Thumbprint, after.Connection.Security.PeerCertificate?.Thumbprint);
            Check.Equal(8, await before.GetProxy<IEcho>().NextAsync(7));
            Check.Equal(8, await after.GetProxy<IEcho>().NextAsync(7));

            void Write(X509Certificate2 made)
            {
                File.WriteAllText(key, made.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
                File.WriteAllText(certificate, made.ExportCertificatePem());
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
