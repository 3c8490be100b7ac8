namespace RpcWss.Examples.Tests;

/// <summary>The program in the README is one that compiles, runs and is as short as it looks.</summary>
public sealed class ReadmeTests
{
    private const int FewLines = 30;

    private static readonly string _readme = File.ReadAllText(Repository.File("README.md"));
    private static readonly string _program = File.ReadAllText(Repository.File("examples", "Minimal", "Program.cs"));

    [Fact]
    public void The_README_has_the_minimal_example_word_for_word()
    {
        Assert.Contains($"```csharp\n{_program.TrimEnd()}\n```", _readme);
        Assert.InRange(_program.Split('\n').Count(IsCode), 1, FewLines - 1);
    }

    [Fact]
    public void The_README_has_the_command_of_the_quickstart_and_that_of_the_tests()
    {
        Assert.Contains("\ndotnet run --project examples/Quickstart\n", _readme);
        Assert.Contains("\ndotnet test\n", _readme);
    }

    [Fact]
    public async Task The_minimal_example_runs_with_the_certificates_of_the_system()
    {
        using var trust = new SystemTrust();

        await using RunningProgram program = await RunningProgram.RunAsync(Repository.Example("Minimal"), ["--urls", "https://127.0.0.1:0"], trust.Environment);

        Assert.Equal("", program.Error);
        Assert.Equal(0, program.ExitCode);
        Assert.Contains("70 pencils are left", program.Lines);
    }

    private static bool IsCode(string line) => line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal);
}
