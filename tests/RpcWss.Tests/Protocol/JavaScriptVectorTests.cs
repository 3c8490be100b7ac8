using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RpcWss.Tests.Protocol;

/// <summary>
/// The vectors agree with a MessagePack implementation that shares no code with ours: a mistake that our encoder and decoder
/// make alike would pass every other test. Needs node and npm, which a machine that builds this repository has.
/// </summary>
public sealed class JavaScriptVectorTests
{
    private static readonly string _directory = RepositoryFiles.PathOf("tests", "vectors-js");

    [Fact]
    public async Task Every_vector_agrees_with_the_MessagePack_library_of_npm_and_an_altered_one_does_not()
    {
        await RunAsync("npm", ["ci", "--no-audit", "--no-fund"], expectedExitCode: 0);

        string output = await RunAsync("node", ["check.mjs"], expectedExitCode: 0);
        Assert.Contains($"{Vectors.Frames.Count + Vectors.Messages.Count} vectors agree", output);

        // Proves that the script can fail: one byte of one vector is changed.
        string altered = Path.Combine(Directory.CreateTempSubdirectory("rpcwss-vectors").FullName, "frames.json");
        string vectors = await File.ReadAllTextAsync(RepositoryFiles.PathOf("docs", "vectors", "frames.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            altered, new Regex("\"hex\": \"9209cd04d2\"").Replace(vectors, "\"hex\": \"9209cd04d3\"", 1), TestContext.Current.CancellationToken);
        output = await RunAsync("node", ["check.mjs", altered], expectedExitCode: 1);
        Assert.Contains("1 vectors differ", output);
    }

    private static async Task<string> RunAsync(string program, string[] arguments, int expectedExitCode)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Start(start);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(
            process.ExitCode == expectedExitCode,
            $"\"{program} {string.Join(' ', arguments)}\" ended with {process.ExitCode} instead of {expectedExitCode} in {_directory}:\n{output}\n{await errors}");
        return output;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Assert.Fail($"\"{start.FileName}\" cannot be started ({missing.Message}). Install Node.js 18 or later with npm.");
            throw;
        }
    }
}
