using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RpcWss.Testing;

namespace RpcWss.Examples.Tests;

/// <summary>The program in the README is one that compiles, runs and is as short as it looks.</summary>
public sealed class ReadmeTests : IDisposable
{
    private const int FewLines = 30;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("rpcwss-readme-");

    [Fact]
    public void The_README_has_the_minimal_example_word_for_word()
    {
        string readme = File.ReadAllText(Repository.File("README.md"));
        string program = Program();

        Assert.Contains($"```csharp\n{program.TrimEnd()}\n```", readme);
        Assert.InRange(program.Split('\n').Count(IsCode), 1, FewLines - 1);
    }

    [Fact]
    public async Task The_README_has_the_commands_of_the_examples_that_are_tested_here()
    {
        string readme = await File.ReadAllTextAsync(Repository.File("README.md"), TestContext.Current.CancellationToken);

        Assert.Contains("\ndotnet run --project examples/Quickstart\n", readme);
        Assert.Contains("\ndotnet test\n", readme);
    }

    [Fact]
    public async Task The_minimal_example_runs_with_the_certificates_of_the_system()
    {
        using var certificates = new TestCertificates();
        Dictionary<string, string> environment = new()
        {
            // What `dotnet dev-certs https --trust` would have done on a developer's computer.
            ["SSL_CERT_FILE"] = Write("root.pem", certificates.Root.Certificate.ExportCertificatePem()),
            ["Kestrel__Certificates__Default__Path"] = Write("server.pem", certificates.Server.ExportCertificatePem()),
            ["Kestrel__Certificates__Default__KeyPath"] = Write("server.key", certificates.Server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()),
        };

        await using RunningProgram program = await RunningProgram.RunAsync(Repository.Example("Minimal"), ["--urls", "https://127.0.0.1:0"], environment);

        Assert.Equal("", program.Error);
        Assert.Equal(0, program.ExitCode);
        Assert.Contains("70 pencils are left", program.Lines);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private static string Program() => File.ReadAllText(Repository.File("examples", "Minimal", "Program.cs"));

    private static bool IsCode(string line) => line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal);

    private string Write(string name, string text)
    {
        string path = Path.Join(_directory.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
