namespace RpcWss.Examples.Tests;

/// <summary>Downloads and uploads: what arrives is what was sent, and nothing is overwritten by accident.</summary>
public sealed class RemoteFilesTransferTests
{
    private const int Large = 50_000_000;

    [Fact]
    public async Task A_download_of_50_MB_arrives_whole()
    {
        await using RemoteFilesLab lab = await RemoteFilesLab.StartAsync();
        byte[] content = RemoteFilesLab.Create(lab.There("large.bin"), Large);

        await using RunningProgram client = await lab.RunClientAsync("download", "large.bin", lab.Here(""));

        Assert.Equal(0, client.ExitCode);
        Assert.Matches(@"^downloaded large\.bin to .*large\.bin: 50000000 bytes, 50000000 bytes transferred in \d+\.\d\d s, .*/s$", client.Lines[0]);
        Assert.Equal($"sha256 {RemoteFilesLab.HashOf(content)}, the same at both ends", client.Lines[1]);
        string[] progress = client.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(progress, line => Assert.Matches(@"^progress: \d+ %, [\d.]+ MB of 50\.0 MB, [\d.]+ [kMG]?B/s$", line));
        Assert.StartsWith("progress: 10 %", progress[0]);
        Assert.StartsWith("progress: 100 %", progress[^1]);
        RemoteFilesLab.AssertSame(content, lab.Here("large.bin"));
        Assert.False(File.Exists(lab.Here("large.bin.part")));
    }

    [Fact]
    public async Task An_upload_of_50_MB_arrives_whole()
    {
        await using RemoteFilesLab lab = await RemoteFilesLab.StartAsync();
        byte[] content = RemoteFilesLab.Create(lab.Here("large.bin"), Large);

        await using RunningProgram client = await lab.RunClientAsync("upload", lab.Here("large.bin"));

        Assert.Equal(0, client.ExitCode);
        Assert.Matches(@"^uploaded .*large\.bin to large\.bin: 50000000 bytes, 50000000 bytes transferred in \d+\.\d\d s, .*/s$", client.Lines[0]);
        Assert.Equal($"sha256 {RemoteFilesLab.HashOf(content)}, the same at both ends", client.Lines[1]);
        Assert.Contains("progress: 100 %, 50.0 MB of 50.0 MB", client.Error);
        RemoteFilesLab.AssertSame(content, lab.There("large.bin"));
        Assert.False(File.Exists(lab.There("large.bin.part")));
    }

    [Fact]
    public async Task An_empty_file_goes_both_ways()
    {
        await using RemoteFilesLab lab = await RemoteFilesLab.StartAsync();
        RemoteFilesLab.Create(lab.Here("empty"), 0);

        await using RunningProgram upload = await lab.RunClientAsync("upload", lab.Here("empty"));
        await using RunningProgram download = await lab.RunClientAsync("download", "empty", lab.Here("back"));

        Assert.Equal("", upload.Error + download.Error);
        Assert.Empty(File.ReadAllBytes(lab.There("empty")));
        Assert.Empty(File.ReadAllBytes(lab.Here("back")));
    }

    [Fact]
    public async Task A_file_is_replaced_only_on_demand()
    {
        await using RemoteFilesLab lab = await RemoteFilesLab.StartAsync();
        byte[] here = RemoteFilesLab.Create(lab.Here("file"), 1000);
        byte[] there = RemoteFilesLab.Create(lab.There("file"), 2000);

        await using RunningProgram download = await lab.RunClientAsync("download", "file", lab.Here("file"));
        await using RunningProgram upload = await lab.RunClientAsync("upload", lab.Here("file"));

        Assert.Equal(4, download.ExitCode);
        Assert.Contains("Say --replace", download.Error);
        Assert.Equal(1, upload.ExitCode);
        Assert.StartsWith("AlreadyExists (Executed): There is a \"file\" already.", upload.Error);
        RemoteFilesLab.AssertSame(here, lab.Here("file"));
        RemoteFilesLab.AssertSame(there, lab.There("file"));

        await using RunningProgram replacing = await lab.RunClientAsync("upload", lab.Here("file"), "--replace");

        Assert.Equal(0, replacing.ExitCode);
        RemoteFilesLab.AssertSame(here, lab.There("file"));
    }

    [Fact]
    public async Task A_second_upload_of_a_file_is_refused_while_the_first_one_runs()
    {
        await using RemoteFilesLab lab = await RemoteFilesLab.StartAsync();
        RemoteFilesLab.Create(lab.Here("file"), 5_000_000);
        await using RunningProgram first = lab.StartClient("upload", lab.Here("file"), "--limit", "500K");
        await first.ErrorPrintedAsync("progress: ");

        await using RunningProgram second = await lab.RunClientAsync("upload", lab.Here("file"));

        Assert.Equal(1, second.ExitCode);
        Assert.Contains("Aborted (Executed): \"file\" is being uploaded by another call.", second.Error);
        Assert.False(File.Exists(lab.There("file")));
    }

    [Fact]
    public async Task A_file_larger_than_the_server_takes_is_refused_before_it_is_sent()
    {
        await using RemoteFilesLab lab = await RemoteFilesLab.StartAsync("--max-upload", "1000");
        RemoteFilesLab.Create(lab.Here("file"), 1001);

        await using RunningProgram client = await lab.RunClientAsync("upload", lab.Here("file"));

        Assert.Equal(1, client.ExitCode);
        Assert.StartsWith("ResourceExhausted (Executed): \"file\" has 1001 bytes; the server takes 1000.", client.Error);
        Assert.Empty(Directory.GetFiles(lab.There("")));
    }
}
