using System.Runtime.InteropServices;
using RpcWss.Testing;

namespace RpcWss.Benchmarks.Compare;

/// <summary>Our own two ends, compiled ahead of time: a project of its own, since what we are compared with cannot be.</summary>
internal static class NativeProgram
{
    private const string Project = "RpcWss.Benchmarks.Native";

    /// <summary>Where it is, published now unless that was done and nothing but <paramref name="mayPublish"/> allows it; null with the reason when it is not there.</summary>
    public static async Task<(string? Program, string Reason)> FindAsync(bool mayPublish)
    {
        string directory = Path.Combine(Tool.Repository, "artifacts", "native-benchmarks");
        string program = Path.Combine(directory, OperatingSystem.IsWindows() ? $"{Project}.exe" : Project);
        if (!mayPublish)
        {
            return File.Exists(program) ? (program, "") : (null, "not published yet, and --quick does not wait for that");
        }

        Console.Error.WriteLine("publishing the native program; this takes a minute or two");
        var (code, output) = await Tool.RunAsync(
            Tool.Dotnet,
            ["publish", Path.Combine(Tool.Repository, "tests", Project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", directory, "-nologo", "-v", "q"],
            CancellationToken.None);
        return code == 0 ? (program, "") : (null, $"the publish failed: {output.Trim().ReplaceLineEndings(" | ")}");
    }
}
