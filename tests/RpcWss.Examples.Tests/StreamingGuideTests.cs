using System.Text.RegularExpressions;

namespace RpcWss.Examples.Tests;

/// <summary>The samples in <c>docs/streaming.md</c> are parts of the streaming example, which compiles, and prints what the page promises.</summary>
public sealed partial class StreamingGuideTests
{
    [Fact]
    public void Every_sample_of_the_page_is_part_of_the_example()
    {
        string[] samples = [.. Sample().Matches(File.ReadAllText(Repository.File("docs", "streaming.md"))).Select(match => Unindented(match.Groups[1].Value))];
        string[] sources = [.. Directory.GetFiles(Repository.File("examples", "Streaming"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Select(file => Unindented(File.ReadAllText(file)))];

        Assert.True(samples.Length >= 10);
        Assert.All(samples, sample => Assert.Contains(sources, source => source.Contains(sample, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_example_shows_what_the_page_promises()
    {
        await using RunningProgram streaming = await RunningProgram.RunAsync(Repository.Example("Streaming"), []);

        Assert.Equal("", streaming.Error);
        Assert.Equal(0, streaming.ExitCode);
        Assert.Equal(
            [
                "watched: 20.0",
                "watched: 20.5",
                "watched: 21.0",
                "the service's iterator ran its finally",
                "average: 21.0",
                "smooth: 18.0",
                "smooth: 19.0",
                "smooth: 22.5",
                "displayed: some of 1 to 100000",
                "exported: 1000000 bytes",
                "imported: 1000000 bytes, the last report said 1000000",
                "converted: A LINE",
                "after 3 values: Unavailable: The sensor does not answer any more.",
                "the caller's stream: Unknown, because of a value that is none",
                "captured: 1000 bytes",
                "captured no more: ResourceExhausted",
                "watched for a while: DeadlineExceeded",
                "watched no more: cancelled",
            ],
            streaming.Lines);
    }

    private static string Unindented(string text) => string.Join('\n', text.Split('\n').Select(static line => line.Trim())).Trim();

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Sample();
}
