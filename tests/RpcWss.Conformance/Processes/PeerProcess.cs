using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Processes;

/// <summary>This program, started a second time as the other side.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly RpcClient _client;

    private PeerProcess(Process process, RpcClient client, X509Certificate2 root)
    {
        _process = process;
        _client = client;
        Root = root;
        Control = client.GetProxy<IPeerControl>();
        Board = client.GetProxy<IBoard>();
    }

    /// <summary>The root of that process's certificates.</summary>
    public X509Certificate2 Root { get; }

    public IPeerControl Control { get; }

    public IBoard Board { get; }

    public static async Task<PeerProcess> StartAsync()
    {
        Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Arguments())
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        string line = await process.StandardOutput.ReadLineAsync().WaitAsync(_patience)
            ?? throw new CaseFailedException("The other process ended before it printed its address");
        string[] parts = line.Split(' ');
        X509Certificate2 root = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(parts[1]));
        return new PeerProcess(process, await RpcClient.ConnectAsync(new Uri(parts[0]), LoopbackClient.OptionsFor(root)), root);
    }

    /// <summary>Ends the process on the spot, as a crash would.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        if (!_process.HasExited)
        {
            // The end of its input ends the process.
            _process.StandardInput.Close();
            await _process.WaitForExitAsync().WaitAsync(_patience);
        }

        _process.Dispose();
        Root.Dispose();
    }

    // Started as "dotnet program.dll" the process is the host, which must be told the program again.
    private static IEnumerable<string> Arguments()
    {
        bool isHost = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        return isHost ? [typeof(PeerProcess).Assembly.Location, CommandLine.ServerSwitch] : [CommandLine.ServerSwitch];
    }
}
