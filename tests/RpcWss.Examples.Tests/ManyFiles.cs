namespace RpcWss.Examples.Tests;

/// <summary>A directory with more than ten thousand files, made for one run, and what is outside of it.</summary>
internal sealed class ManyFiles : IDisposable
{
    public const int Count = 10_000;
    private const int LinesPerFile = 3;

    private readonly DirectoryInfo _around = Directory.CreateTempSubdirectory("rpcwss-remote-files-");

    public ManyFiles()
    {
        Directory.CreateDirectory(Root);
        for (int number = 0; number < Count; number++)
        {
            File.WriteAllText(Path.Join(Root, NameOf(number)), ContentOf(number));
        }

        string below = Path.Join(Root, "below", "deeper");
        Directory.CreateDirectory(below);
        File.WriteAllText(Path.Join(below, "note.txt"), "first\nthe only Rare word\n");
        File.WriteAllBytes(Path.Join(below, "rare.bin"), [.. "Rare"u8, 0, .. "Rare"u8]);
        File.WriteAllText(Path.Join(below, "empty.txt"), "");
        File.WriteAllText(Secret, "the only Rare secret");
        File.CreateSymbolicLink(Path.Join(Root, "way-out"), _around.FullName);
        File.CreateSymbolicLink(Path.Join(Root, "secret-link"), Secret);
    }

    /// <summary>What the server serves.</summary>
    public string Root => Path.Join(_around.FullName, "root");

    /// <summary>A file that it does not.</summary>
    public string Secret => Path.Join(_around.FullName, "secret.txt");

    /// <summary>Where the server writes its certificate.</summary>
    public string Certificate => Path.Join(_around.FullName, "certificate.pem");

    public static string NameOf(int number) => $"file-{number:D5}.txt";

    public static string ContentOf(int number) => string.Concat(Enumerable.Range(1, LinesPerFile).Select(line => $"line {line} of common text {number}\n"));

    public string PathOf(string name) => Path.Join(Root, name);

    public void Dispose() => _around.Delete(recursive: true);
}
