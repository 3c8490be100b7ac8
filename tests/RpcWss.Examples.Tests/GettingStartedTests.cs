namespace RpcWss.Examples.Tests;

/// <summary>The programs in <c>docs/getting-started.md</c> are those of the heating example, which compile and run as the page says.</summary>
public sealed class GettingStartedTests
{
    private static readonly string _page = File.ReadAllText(Repository.File("docs", "getting-started.md"));

    [Fact]
    public void The_page_has_every_source_file_word_for_word()
    {
        string[] files = Directory.GetFiles(Repository.File("examples", "Heating"), "*.cs", SearchOption.AllDirectories);
        string[] sources = [.. files.Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))];

        Assert.Equal(7, sources.Length);
        Assert.All(sources, file => Assert.Contains($"```csharp\n{File.ReadAllText(file).TrimEnd()}\n```", _page));
    }

    [Fact]
    public async Task The_two_programs_print_what_the_page_says()
    {
        using var trust = new SystemTrust();
        await using RunningProgram server = RunningProgram.Start(
            Repository.Example("Heating", "Heating.Server"), ["--urls", "https://127.0.0.1:0"], trust.Environment);
        string listening = await server.LineAsync("      Now listening on: ");
        string address = listening.Replace("      Now listening on: https:", "wss:");

        await using RunningProgram client = await RunningProgram.RunAsync(Repository.Example("Heating", "Heating.Client"), [$"{address}/rpc"], trust.Environment);

        Assert.Equal("", client.Error);
        Assert.Equal(0, client.ExitCode);
        Assert.Equal(5, client.Lines.Length);
        Assert.All(client.Lines, line => Assert.Contains($"\n{line}\n", _page));
        Assert.StartsWith("InvalidArgument: ", client.Lines[4]);
    }
}
