[assembly: AssemblyFixture(typeof(RpcWss.Examples.Tests.RemoteFilesServer))]

namespace RpcWss.Examples.Tests;

/// <summary>The server of the remote files example, a process of its own, over a directory of more than ten thousand files.</summary>
public sealed class RemoteFilesServer : IAsyncLifetime
{
    private static readonly string _client = Repository.Example("RemoteFiles", "RemoteFiles.Client");

    private RunningProgram? _server;
    private string _address = "";

    internal ManyFiles Files { get; } = new();

    internal RunningProgram Program => _server!;

    public async ValueTask InitializeAsync()
    {
        _server = RunningProgram.Start(
            Repository.Example("RemoteFiles", "RemoteFiles.Server"), ["--root", Files.Root, "--port", "0", "--certificate", Files.Certificate]);
        string line = await _server.LineAsync("listening: ");
        _address = line["listening: ".Length..];
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Files.Dispose();
    }

    /// <summary>Runs the client to its end.</summary>
    internal Task<RunningProgram> RunClientAsync(params string[] arguments) => RunClientTrustingAsync(Files.Certificate, arguments);

    internal Task<RunningProgram> RunClientTrustingAsync(string certificate, params string[] arguments) =>
        RunningProgram.RunAsync(_client, WithServer(arguments, certificate));

    /// <summary>Starts the client, to type at.</summary>
    internal RunningProgram StartClient(params string[] arguments) => RunningProgram.Start(_client, WithServer(arguments, Files.Certificate));

    private string[] WithServer(string[] arguments, string certificate) => [.. arguments, "--server", _address, "--trust", certificate];
}
