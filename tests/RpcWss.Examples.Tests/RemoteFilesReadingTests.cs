using System.Security.Cryptography;
using System.Text;

namespace RpcWss.Examples.Tests;

/// <summary>Two programs, one directory of more than ten thousand files: what the client shows is what is on the server's disk.</summary>
public sealed class RemoteFilesReadingTests(RemoteFilesServer server)
{
    [Fact]
    public async Task A_listing_has_every_entry_once_in_order()
    {
        await using RunningProgram client = await server.RunClientAsync("list");

        Assert.Equal("", client.Error);
        Assert.Equal(0, client.ExitCode);
        string[] listed = [.. client.Lines[..^1].Select(NameIn)];
        string[] onDisk = [.. Directory.EnumerateFileSystemEntries(server.Files.Root).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        Assert.True(onDisk.Length > ManyFiles.Count);
        Assert.Equal(onDisk.Where(IsNotDeletedByOthers), listed.Where(IsNotDeletedByOthers));
    }

    [Fact]
    public async Task A_recursive_listing_goes_below_directories_and_not_through_links()
    {
        await using RunningProgram client = await server.RunClientAsync("list", "--recursive");

        Assert.Equal(0, client.ExitCode);
        Assert.Equal(
            ["below", "below/deeper", "below/deeper/empty.txt", "below/deeper/note.txt", "below/deeper/rare.bin", "file-00000.txt"],
            client.Lines.Select(NameIn).Where(IsNotDeletedByOthers).Take(6));
        Assert.Contains("way-out", client.Lines[^2]);
        Assert.StartsWith("l ", client.Lines[^2]);
    }

    [Fact]
    public async Task Details_are_those_of_the_file()
    {
        string name = ManyFiles.NameOf(17);
        var onDisk = new FileInfo(server.Files.PathOf(name));

        await using RunningProgram client = await server.RunClientAsync("details", name);

        Assert.Equal(0, client.ExitCode);
        Assert.Contains($"path      {name}", client.Lines);
        Assert.Contains("kind      File", client.Lines);
        Assert.Contains($"length    {onDisk.Length} bytes", client.Lines);
        Assert.Contains($"modified  {onDisk.LastWriteTimeUtc:yyyy-MM-dd HH:mm:ss}", client.Lines);
    }

    [Fact]
    public async Task Hashes_of_ten_thousand_files_are_right()
    {
        await using RunningProgram client = await server.RunClientAsync("hash", "");

        Assert.Equal("", client.Error);
        Assert.Equal(0, client.ExitCode);
        IEnumerable<string> expected = Enumerable.Range(0, ManyFiles.Count)
            .Select(number => $"{HashOf(Encoding.UTF8.GetBytes(ManyFiles.ContentOf(number)))}  {ManyFiles.NameOf(number)}");
        Assert.Equal(expected, client.Lines.Where(line => line.Contains("  file-")));
    }

    [Fact]
    public async Task A_hash_of_one_file_is_right_even_of_an_empty_one()
    {
        await using RunningProgram client = await server.RunClientAsync("hash", "below/deeper/empty.txt");

        Assert.Equal(0, client.ExitCode);
        Assert.Equal([$"{HashOf([])}  below/deeper/empty.txt"], client.Lines);
    }

    // "- 42  2026-01-31 12:00:00  name"
    private static string NameIn(string line) => line.Split("  ")[^1];

    // The tests of deletion run beside these, on files of their own.
    private static bool IsNotDeletedByOthers(string name) => !name.Contains("delete-", StringComparison.Ordinal);

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
