using System.Security.Cryptography;

namespace RpcWss.Examples.Tests;

/// <summary>The two programs of the remote files example, for tests that end one of them in the middle: a directory at the server, and one at the client.</summary>
internal sealed class RemoteFilesLab : IAsyncDisposable
{
    private static readonly string _server = Repository.Example("RemoteFiles", "RemoteFiles.Server");
    private static readonly string _client = Repository.Example("RemoteFiles", "RemoteFiles.Client");

    private readonly DirectoryInfo _around = Directory.CreateTempSubdirectory("rpcwss-transfers-");
    private RunningProgram? _program;
    private string _address = "";

    private RemoteFilesLab()
    {
        Directory.CreateDirectory(There(""));
        Directory.CreateDirectory(Here(""));
    }

    public RunningProgram Server => _program!;

    public static async Task<RemoteFilesLab> StartAsync(params string[] arguments)
    {
        var lab = new RemoteFilesLab();
        await lab.StartServerAsync(arguments);
        return lab;
    }

    /// <summary>A file that the server serves.</summary>
    public string There(string name) => Path.Join(_around.FullName, "there", name);

    /// <summary>A file at the client.</summary>
    public string Here(string name) => Path.Join(_around.FullName, "here", name);

    /// <summary>Starts the server, anew if it ran before.</summary>
    public async Task StartServerAsync(params string[] arguments)
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        _program = RunningProgram.Start(_server, ["--root", There(""), "--port", "0", "--certificate", Certificate, .. arguments]);
        string line = await _program.LineAsync("listening: ");
        _address = line["listening: ".Length..];
    }

    public RunningProgram StartClient(params string[] arguments) => RunningProgram.Start(_client, WithServer(arguments));

    public Task<RunningProgram> RunClientAsync(params string[] arguments) => RunningProgram.RunAsync(_client, WithServer(arguments));

    /// <summary>Writes bytes that compress and repeat nowhere, so that nothing misplaced goes unseen.</summary>
    public static byte[] Create(string path, int length)
    {
        byte[] content = RandomNumberGenerator.GetBytes(length);
        File.WriteAllBytes(path, content);
        return content;
    }

    public static void AssertSame(byte[] expected, string path) => Assert.Equal(HashOf(expected), HashOf(File.ReadAllBytes(path)));

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        _around.Delete(recursive: true);
    }

    private string Certificate => Path.Join(_around.FullName, "certificate.pem");

    private string[] WithServer(string[] arguments) => [.. arguments, "--server", _address, "--trust", Certificate];
}
