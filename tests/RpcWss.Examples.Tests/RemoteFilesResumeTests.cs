namespace RpcWss.Examples.Tests;

/// <summary>Transfers that are interrupted, at either end and without a word: the same command goes on, after it has checked what is there.</summary>
public sealed class RemoteFilesResumeTests
{
    private const int Large = 50_000_000;

    // Twelve seconds for all, and so far from the end when the first tenth is there.
    private const string Slowly = "4M";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_download_goes_on_where_an_end_was_killed(bool killServer)
    {
        await using RemoteFilesLab lab = await RemoteFilesLab.StartAsync();
        byte[] content = RemoteFilesLab.Create(lab.There("large.bin"), Large);
        await using RunningProgram first = lab.StartClient("download", "large.bin", lab.Here("large.bin"), "--limit", Slowly);
        await first.ErrorPrintedAsync("progress: ");
        await KillAsync(lab, first, killServer);
        long kept = new FileInfo(lab.Here("large.bin.part")).Length;
        Assert.InRange(kept, Large / 10, Large - 1);
        Assert.False(File.Exists(lab.Here("large.bin")));
        if (killServer)
        {
            Assert.Equal(1, first.ExitCode);
            Assert.Contains($"{kept} bytes are kept in ", first.Error);
            Assert.Contains("Unavailable (", first.Error);
        }

        await using RunningProgram second = await lab.RunClientAsync("download", "large.bin", lab.Here("large.bin"));

        Assert.Equal(0, second.ExitCode);
        Assert.Contains($": {Large} bytes, resumed at {kept} bytes, {Large - kept} bytes transferred in ", second.Lines[0]);
        Assert.Contains(RemoteFilesLab.HashOf(content), second.Lines[1]);
        RemoteFilesLab.AssertSame(content, lab.Here("large.bin"));
        Assert.False(File.Exists(lab.Here("large.bin.part")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_upload_goes_on_where_an_end_was_killed(bool killServer)
    {
        await using RemoteFilesLab lab = await RemoteFilesLab.StartAsync();
        byte[] content = RemoteFilesLab.Create(lab.Here("large.bin"), Large);
        await using RunningProgram first = lab.StartClient("upload", lab.Here("large.bin"), "--limit", Slowly);
        await first.ErrorPrintedAsync("progress: ");
        if (!killServer)
        {
            await first.KillAsync();
            await lab.Server.LineAsync("info: RemoteFiles.Server.FileTransferService[0] upload of large.bin interrupted");
        }
        else
        {
            await KillAsync(lab, first, killServer);
            Assert.Equal(1, first.ExitCode);
            Assert.Contains("the same command goes on from there\nUnavailable (", first.Error);
        }

        long kept = new FileInfo(lab.There("large.bin.part")).Length;
        Assert.InRange(kept, Large / 10, Large - 1);
        Assert.False(File.Exists(lab.There("large.bin")));

        await using RunningProgram second = await lab.RunClientAsync("upload", lab.Here("large.bin"));

        Assert.Equal(0, second.ExitCode);
        Assert.Contains($": {Large} bytes, resumed at {kept} bytes, {Large - kept} bytes transferred in ", second.Lines[0]);
        Assert.Contains(RemoteFilesLab.HashOf(content), second.Lines[1]);
        RemoteFilesLab.AssertSame(content, lab.There("large.bin"));
        Assert.False(File.Exists(lab.There("large.bin.part")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_partial_file_that_is_not_the_beginning_is_not_gone_on_from(bool isLonger)
    {
        await using RemoteFilesLab lab = await RemoteFilesLab.StartAsync();
        byte[] content = RemoteFilesLab.Create(lab.There("file"), 300_000);
        File.WriteAllBytes(lab.Here("up"), content);
        byte[] partial = isLonger ? [.. content, 0] : content[..200_000];
        partial[100_000] ^= 1;
        File.WriteAllBytes(lab.Here("file.part"), partial);
        File.WriteAllBytes(lab.There("up.part"), partial);

        await using RunningProgram download = await lab.RunClientAsync("download", "file", lab.Here("file"));
        await using RunningProgram upload = await lab.RunClientAsync("upload", lab.Here("up"));

        Assert.Contains("file.part is not the beginning of file; starting anew", download.Error);
        Assert.Contains("file: 300000 bytes, 300000 bytes transferred in ", download.Lines[0]);
        RemoteFilesLab.AssertSame(content, lab.Here("file"));
        Assert.Contains("what the server keeps of up is not the beginning of ", upload.Error);
        Assert.Contains("up: 300000 bytes, 300000 bytes transferred in ", upload.Lines[0]);
        RemoteFilesLab.AssertSame(content, lab.There("up"));
    }

    [Fact]
    public async Task A_download_of_a_file_that_changes_meanwhile_fails_and_leaves_nothing()
    {
        await using RemoteFilesLab lab = await RemoteFilesLab.StartAsync();
        RemoteFilesLab.Create(lab.There("file"), 5_000_000);
        await using RunningProgram client = lab.StartClient("download", "file", lab.Here("file"), "--limit", "1M");
        await client.ErrorPrintedAsync("progress: ");
        ChangeFirstByte(lab.There("file"));
        await client.EndAsync();

        Assert.Equal(4, client.ExitCode);
        Assert.Contains("file changed while it was downloaded: what came does not have its SHA-256.", client.Error);
        Assert.Empty(Directory.GetFiles(lab.Here("")));
    }

    [Fact]
    public async Task An_upload_of_a_file_that_changes_meanwhile_fails_and_leaves_nothing()
    {
        await using RemoteFilesLab lab = await RemoteFilesLab.StartAsync();
        byte[] content = RemoteFilesLab.Create(lab.Here("file"), 5_000_000);
        File.WriteAllBytes(lab.There("file.part"), content[..100_000]);
        await using RunningProgram client = lab.StartClient("upload", lab.Here("file"), "--limit", "1M");
        await client.ErrorPrintedAsync("progress: ");

        // What the server keeps was hashed by both ends before; it is hashed again at the end, with the rest.
        ChangeLastByte(lab.Here("file"));
        await client.EndAsync();

        Assert.Equal(1, client.ExitCode);
        Assert.Contains("DataLoss (Executed): What came of \"file\" does not have the SHA-256 that was announced.", client.Error);
        Assert.Empty(Directory.GetFiles(lab.There("")));
    }

    private static async Task KillAsync(RemoteFilesLab lab, RunningProgram client, bool killServer)
    {
        if (killServer)
        {
            await lab.Server.KillAsync();
            await client.EndAsync();
            await lab.StartServerAsync();
        }
        else
        {
            await client.KillAsync();
        }
    }

    private static void ChangeFirstByte(string path) => ChangeByte(path, static _ => 0);

    private static void ChangeLastByte(string path) => ChangeByte(path, static length => length - 1);

    private static void ChangeByte(string path, Func<long, long> at)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        file.Position = at(file.Length);
        int value = file.ReadByte();
        file.Position = at(file.Length);
        file.WriteByte((byte)(value ^ 1));
    }
}
