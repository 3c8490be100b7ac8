using System.Diagnostics;
using System.Runtime.InteropServices;
using RpcWss.Testing;

namespace RpcWss.Aot.Tests;

/// <summary>A project of this repository, compiled ahead of time into a folder that goes when this does.</summary>
internal sealed class NativeProgram : IDisposable
{
    private readonly DirectoryInfo _directory;
    private readonly string _path;

    private NativeProgram(DirectoryInfo directory, string project, string log)
    {
        _directory = directory;
        _path = Path.Combine(directory.FullName, project);
        Log = log;
    }

    /// <summary>What the compilers said.</summary>
    public string Log { get; }

    public double Mebibytes => new FileInfo(_path).Length / 1048576.0;

    public static async Task<NativeProgram> PublishAsync(string project)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("rpcwss-aot-");
        var (code, log) = await Tool.RunAsync(
            Tool.Dotnet,
            ["publish", Path.Combine(Tool.Repository, "tests", project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", directory.FullName, "-nologo", "--disable-build-servers"],
            TestContext.Current.CancellationToken);
        Assert.True(code == 0, log);
        return new NativeProgram(directory, project, log);
    }

    /// <summary>Starts it with redirected input and output.</summary>
    public Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(_path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    /// <summary>Runs it to its end.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => Tool.RunAsync(_path, arguments, TestContext.Current.CancellationToken);

    public void Dispose() => _directory.Delete(recursive: true);
}
