namespace RpcWss.Examples.Tests;

/// <summary>Following a file: an endless stream of a call, which ends at both ends when the caller has enough.</summary>
public sealed class RemoteFilesFollowTests
{
    private const string Released = "info: RemoteFiles.Server.FileTransferService[0] log.txt is followed no more";

    [Fact]
    public async Task It_prints_the_last_lines_and_those_that_are_added_until_it_is_given_up()
    {
        await using RemoteFilesLab lab = await RemoteFilesLab.StartAsync();
        File.WriteAllLines(lab.There("log.txt"), Enumerable.Range(1, 20_000).Select(number => $"line {number}"));
        await using RunningProgram client = lab.StartClient("follow", "log.txt", "--lines", "3");
        await client.PrintedAsync("line 20000\n");

        File.AppendAllText(lab.There("log.txt"), "one more, with an é\nand a beginning");
        await client.PrintedAsync("and a beginning");
        File.AppendAllText(lab.There("log.txt"), " and its end\n");
        await client.PrintedAsync("its end\n");
        await client.TerminateAsync();
        await client.EndAsync();

        Assert.Equal(130, client.ExitCode);
        Assert.Equal("cancelled\n", client.Error);
        Assert.Equal(["line 19998", "line 19999", "line 20000", "one more, with an é", "and a beginning and its end"], client.Lines);
        await lab.Server.LineAsync(Released);
    }

    [Fact]
    public async Task A_client_that_is_killed_is_served_no_more()
    {
        await using RemoteFilesLab lab = await RemoteFilesLab.StartAsync();
        File.WriteAllText(lab.There("log.txt"), "something\n");
        await using RunningProgram client = lab.StartClient("follow", "log.txt");
        await client.PrintedAsync("something\n");

        await client.KillAsync();

        await lab.Server.LineAsync(Released);
    }

    [Fact]
    public async Task It_goes_on_when_the_file_is_cut_off_and_when_it_is_replaced()
    {
        await using RemoteFilesLab lab = await RemoteFilesLab.StartAsync();
        string log = lab.There("log.txt");
        File.WriteAllText(log, "a line that is long enough\n");
        await using RunningProgram client = lab.StartClient("follow", "log.txt");
        await client.PrintedAsync("long enough\n");

        File.WriteAllText(log, "short\n");
        await client.PrintedAsync("short\n");
        File.Move(log, lab.There("log.1.txt"));
        File.AppendAllText(lab.There("log.1.txt"), "the old one's end\n");
        await client.PrintedAsync("the old one's end\n");
        File.WriteAllText(log, "the new one's beginning, longer than all of the old one was\n");
        await client.PrintedAsync("the old one was\n");

        Assert.Equal(["a line that is long enough", "short", "the old one's end", "the new one's beginning, longer than all of the old one was"], client.Lines);
        Assert.Equal("log.txt was cut off; from its start:\nlog.txt is another file now; from its start:\n", client.Error);
    }

    [Fact]
    public async Task Everything_that_a_fast_writer_adds_comes_in_order()
    {
        await using RemoteFilesLab lab = await RemoteFilesLab.StartAsync();
        File.WriteAllText(lab.There("log.txt"), "the first one\n");
        await using RunningProgram client = lab.StartClient("follow", "log.txt");
        await client.PrintedAsync("the first one\n");
        string[] lines = [.. Enumerable.Range(1, 200_000).Select(number => $"{number}: {new string('x', number % 40)}")];

        File.AppendAllLines(lab.There("log.txt"), lines);
        await client.PrintedAsync($"\n{lines[^1]}\n");

        Assert.Equal(["the first one", .. lines], client.Lines);
    }
}
