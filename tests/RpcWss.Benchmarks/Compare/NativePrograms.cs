using System.Runtime.InteropServices;
using RpcWss.Testing;

namespace RpcWss.Benchmarks.Compare;

/// <summary>Projects compiled ahead of time: each once in a run, and only when something in it has changed.</summary>
internal sealed class NativePrograms
{
    private readonly Dictionary<string, Task<string>> _published = [];

    /// <summary>Where the program is.</summary>
    /// <exception cref="InvalidOperationException">The publish failed: it needs a linker, of clang or gcc.</exception>
    public Task<string> PublishAsync(string project)
    {
        if (!_published.TryGetValue(project, out Task<string>? program))
        {
            _published.Add(project, program = RunAsync(project));
        }

        return program;
    }

    private static async Task<string> RunAsync(string project)
    {
        Console.Error.WriteLine($"publishing {project}; the first time this takes a minute or two");
        string directory = Path.Combine(Tool.Repository, "artifacts", "native-benchmarks", project);
        var (code, output) = await Tool.RunAsync(
            Tool.Dotnet,
            ["publish", Path.Combine(Tool.Repository, "tests", project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", directory, "-nologo", "-v", "q"],
            CancellationToken.None);
        return code == 0
            ? Path.Combine(directory, OperatingSystem.IsWindows() ? $"{project}.exe" : project)
            : throw new InvalidOperationException($"the publish failed: {output.Trim().ReplaceLineEndings(" | ")}");
    }
}
