using RpcWss.Testing;

namespace RpcWss.Packages.Tests;

/// <summary>A project of somebody else's, outside the repository, that knows one of the packages alone, out of a cache in which nothing of ours was before.</summary>
internal sealed class ForeignProject
{
    private readonly PackedFeed _feed;

    private ForeignProject(PackedFeed feed, string name) => (_feed, Folder) = (feed, feed.FolderOf(name));

    public string Folder { get; }

    /// <summary>Makes one; its files are still to be written.</summary>
    /// <param name="feed">Where its packages come from.</param>
    /// <param name="name">Its own, which no other has.</param>
    /// <param name="sdk">Its SDK.</param>
    /// <param name="package">What it refers to.</param>
    public static async Task<ForeignProject> CreateAsync(PackedFeed feed, string name, string sdk, string package)
    {
        var project = new ForeignProject(feed, name);
        Directory.CreateDirectory(project.Folder);
        await project.WriteAsync($"{name}.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="0.1.0" />
              </ItemGroup>
            </Project>
            """);
        await project.WriteAsync("nuget.config", $"""<configuration><packageSources><add key="packed" value="{feed.Folder}" /></packageSources></configuration>""");
        return project;
    }

    public Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(Folder, file), text, TestContext.Current.CancellationToken);

    public Task<string> ReadAsync(string file) => File.ReadAllTextAsync(Path.Combine(Folder, file), TestContext.Current.CancellationToken);

    /// <summary>Runs <c>dotnet</c>; returns its exit code and what it printed.</summary>
    public Task<(int Code, string Output)> TryAsync(params string[] arguments) =>
        Tool.RunAsync(Tool.Dotnet, arguments, TestContext.Current.CancellationToken, new Dictionary<string, string> { ["NUGET_PACKAGES"] = _feed.CacheFolder });

    /// <summary>Runs <c>dotnet</c>, which must succeed; returns the lines that it printed.</summary>
    public async Task<string[]> RunAsync(params string[] arguments)
    {
        var (code, output) = await TryAsync(arguments);

        Assert.True(code == 0, output);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
