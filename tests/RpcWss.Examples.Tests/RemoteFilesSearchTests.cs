namespace RpcWss.Examples.Tests;

/// <summary>Searches: hits and progress come back as one-way calls while the search runs.</summary>
public sealed class RemoteFilesSearchTests(RemoteFilesServer server)
{
    [Fact]
    public async Task A_search_finds_the_one_line_in_ten_thousand_files_and_reports_progress()
    {
        await using RunningProgram client = await server.RunClientAsync("search", "Rare");

        Assert.Equal(0, client.ExitCode);
        Assert.Equal("below/deeper/note.txt:2: the only Rare word", client.Lines[0]);
        Assert.Matches(@"^1 hits in \d{5} files, 1 left out$", client.Lines[1]);
        Assert.Equal(2, client.Lines.Length);
        string[] progress = client.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(progress.Length >= ManyFiles.Count / 250, client.Error);
        Assert.Equal("progress: 249 files, 1 hits", progress[0]);
        Assert.All(progress, line => Assert.Matches(@"^progress: \d+ files, 1 hits$", line));
    }

    [Fact]
    public async Task Hits_come_complete_and_in_order()
    {
        await using RunningProgram client = await server.RunClientAsync("search", "LINE 2 OF COMMON", "--ignore-case");

        Assert.Equal(0, client.ExitCode);
        IEnumerable<string> expected = Enumerable.Range(0, ManyFiles.Count).Select(number => $"{ManyFiles.NameOf(number)}:2: line 2 of common text {number}");
        Assert.Equal(expected, client.Lines[..^1]);
        Assert.StartsWith($"{ManyFiles.Count} hits in ", client.Lines[^1]);
    }

    [Fact]
    public async Task A_search_that_is_cancelled_ends_at_both_ends_without_having_read_everything()
    {
        await using RunningProgram client = await server.RunClientAsync("search", "of common text", "--cancel-after", "40");

        Assert.Equal(130, client.ExitCode);
        Assert.EndsWith("cancelled\n", client.Error);
        Assert.Equal(40, client.Lines.Length);
        string logged = await server.Program.LineAsync("info: RemoteFiles.Server.RemoteFilesService[0] search given up by the caller after ");
        int read = int.Parse(logged.Split(' ')[^2]);
        Assert.InRange(read, 1, ManyFiles.Count - 1);
    }

    [Fact]
    public async Task An_empty_text_is_refused()
    {
        await using RunningProgram client = await server.RunClientAsync("search", "");

        Assert.Equal(1, client.ExitCode);
        Assert.Equal("InvalidArgument (Executed): The text to look for must have 1 to 1,000 characters.\n", client.Error);
    }
}
