using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Benchmarks;

/// <summary>The serving process as the measuring one sees it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, int port, X509Certificate2 root)
    {
        _process = process;
        Port = port;
        Root = root;
    }

    public int Port { get; }

    public X509Certificate2 Root { get; }

    public TlsPolicy Tls => TlsPolicy.Modern with { TrustMode = TlsTrustMode.OwnRoots, TrustedRoots = [Root], Revocation = TlsRevocationMode.Disabled };

    public Uri Address(string path) => new($"wss://localhost:{Port}{path}");

    public static async Task<ServerProcess> StartAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        }

        start.ArgumentList.Add("server");
        Process process = Process.Start(start)!;
        string[] hello = (await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.")).Split(' ');
        return new ServerProcess(process, int.Parse(hello[0]), X509CertificateLoader.LoadCertificate(Convert.FromBase64String(hello[1])));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Root.Dispose();
    }
}
