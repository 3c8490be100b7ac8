using RpcWss.Testing;

namespace RpcWss.Packages.Tests;

/// <summary>The fixes as they arrive in the project of somebody else: loaded out of the package, applied to all of it.</summary>
public sealed class FixesTests(PackedFeed feed)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="RpcWss.Abstractions" Version="0.1.0" />
          </ItemGroup>
        </Project>
        """;

    private const string Wrong = """
        using RpcWss;

        namespace Shop;

        public record Order(int Id, string Note);

        [RpcContract]
        public partial interface IOrders
        {
            ValueTask<Order> GetAsync(int id);
        }
        """;

    private const string Right = """
        using MessagePack;
        using RpcWss;

        namespace Shop;

        [MessagePackObject]
        public record Order([property: Key(0)] int Id, [property: Key(1)] string Note);

        [RpcContract]
        public partial interface IOrders
        {
            ValueTask<Order> GetAsync(int id);
        }
        """;

    [Fact]
    public async Task The_command_line_repairs_a_project_that_refers_to_the_package()
    {
        string folder = feed.ConsumerFolder + "-repaired";
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "Repaired.csproj"), Project, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "Orders.cs"), Wrong, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "nuget.config"), $"""<configuration><packageSources><add key="packed" value="{feed.Folder}" /></packageSources></configuration>""", TestContext.Current.CancellationToken);

        await RunAsync("restore", folder);
        await RunAsync("format", "analyzers", folder, "--no-restore", "--diagnostics", "RPCWSS031", "--severity", "error");
        string repaired = await File.ReadAllTextAsync(Path.Combine(folder, "Orders.cs"), TestContext.Current.CancellationToken);
        await RunAsync("build", folder, "--no-restore");

        Assert.Equal(Right, repaired);
    }

    private async Task RunAsync(params string[] arguments)
    {
        var environment = new Dictionary<string, string> { ["NUGET_PACKAGES"] = feed.CacheFolder + "-repaired" };

        var (code, output) = await Tool.RunAsync(Tool.Dotnet, arguments, TestContext.Current.CancellationToken, environment);

        Assert.True(code == 0, output);
    }
}
