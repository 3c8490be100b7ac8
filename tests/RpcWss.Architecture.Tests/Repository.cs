namespace RpcWss.Architecture.Tests;

/// <summary>The files of the checkout that these tests were built in, without what building and restoring put there.</summary>
internal static class Repository
{
    private static readonly HashSet<string> _notOurs = [".git", ".vs", ".idea", "bin", "obj", "node_modules", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    // tests/RpcWss.Architecture.Tests/bin/CONFIGURATION/FRAMEWORK
    private static readonly string _root = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "../../../../.."));

    /// <summary>The files below a directory with this ending, by their paths from the root, with <c>/</c> between names.</summary>
    public static string[] Files(string directory = "", string ending = "")
    {
        string[] files = [.. Below(new DirectoryInfo(Path.Join(_root, directory)))
            .Where(file => file.EndsWith(ending, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(_root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
        Assert.NotEmpty(files);
        return files;
    }

    public static string Read(string path) => File.ReadAllText(Path.Join(_root, path));

    public static bool Has(string path) => Path.Join(_root, path) is var full && (File.Exists(full) || Directory.Exists(full));

    public static string[] Directories(string directory) => [.. Directory.GetDirectories(Path.Join(_root, directory)).Select(found => $"{directory}/{Path.GetFileName(found)}")];

    private static IEnumerable<string> Below(DirectoryInfo directory) =>
        directory.EnumerateFiles().Select(file => file.FullName)
            .Concat(directory.EnumerateDirectories().Where(below => !_notOurs.Contains(below.Name)).SelectMany(Below));
}
