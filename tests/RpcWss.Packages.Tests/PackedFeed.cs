using System.IO.Compression;
using RpcWss.Testing;

[assembly: AssemblyFixture(typeof(RpcWss.Packages.Tests.PackedFeed))]

namespace RpcWss.Packages.Tests;

/// <summary>All packages of the repository, packed once, from what was built, into a folder that serves as a feed.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("rpcwss-packages-");

    public string Folder => Path.Combine(_directory.FullName, "feed");

    /// <summary>A package cache in which nothing is at the start.</summary>
    public string CacheFolder => Path.Combine(_directory.FullName, "cache");

    public async ValueTask InitializeAsync()
    {
        foreach (string project in (string[])["RpcWss.Abstractions", "RpcWss", "RpcWss.AspNetCore"])
        {
            var (code, log) = await Tool.RunAsync(
                Tool.Dotnet,
                ["pack", Path.Combine(Tool.Repository, "src", project), "-c", Tool.Configuration, "--no-build", "-o", Folder, "-v", "q", "-nologo"],
                TestContext.Current.CancellationToken);
            Assert.True(code == 0, log);
        }
    }

    public ValueTask DisposeAsync()
    {
        _directory.Delete(recursive: true);
        return default;
    }

    /// <summary>A folder outside the repository, for what uses the packages.</summary>
    public string FolderOf(string name) => Path.Combine(_directory.FullName, "used", name);

    /// <summary>The names of the files in a package, such as <c>RpcWss.0.1.0.nupkg</c> for <c>RpcWss.0*.nupkg</c>.</summary>
    public string[] FilesOf(string pattern)
    {
        using ZipArchive package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(Folder, pattern)));
        return [.. package.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>The description of a package.</summary>
    public string SpecificationOf(string pattern)
    {
        using ZipArchive package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(Folder, pattern)));
        using var reader = new StreamReader(package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
        return reader.ReadToEnd();
    }
}
