using System.Diagnostics;
using System.Runtime.InteropServices;

namespace RpcWss.Aot.Tests;

/// <summary>A project of this repository, compiled ahead of time into a folder that goes when this does.</summary>
internal sealed class NativeProgram : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo _directory;

    private NativeProgram(DirectoryInfo directory, string path, string log)
    {
        _directory = directory;
        Path = path;
        Log = log;
    }

    public string Path { get; }

    /// <summary>What the compilers said.</summary>
    public string Log { get; }

    public double Megabytes => new FileInfo(Path).Length / 1048576.0;

    public static async Task<NativeProgram> PublishAsync(string project)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("rpcwss-aot-");
        string source = System.IO.Path.Combine(Repository(), "tests", project);
        var (code, log) = await RunAsync(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["publish", source, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", directory.FullName, "-nologo", "--disable-build-servers"]);
        Assert.True(code == 0, log);
        return new NativeProgram(directory, System.IO.Path.Combine(directory.FullName, project), log);
    }

    /// <summary>Starts it with redirected input and output.</summary>
    public Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    /// <summary>Runs it to its end.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => RunAsync(Path, arguments);

    public void Dispose() => _directory.Delete(recursive: true);

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string inherited in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(inherited);    // of the build that may run these tests
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync().WaitAsync(_patience, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await error);
    }

    // From tests/RpcWss.Aot.Tests/bin/CONFIGURATION/FRAMEWORK.
    private static string Repository() => System.IO.Path.GetFullPath(System.IO.Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));
}
