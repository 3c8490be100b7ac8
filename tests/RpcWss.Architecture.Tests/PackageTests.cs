using System.Reflection;

namespace RpcWss.Architecture.Tests;

/// <summary>The packages: who refers to whom, and what each has.</summary>
public sealed class PackageTests
{
    public static TheoryData<string> Shipped { get; } = new(Repository.Directories("src"));

    [Fact]
    public void Abstractions_refer_to_no_other_package_of_ours_and_no_ASP_NET_Core() =>
        Assert.DoesNotContain(ReferencesOf(typeof(RpcException).Assembly), name => name is "RpcWss" or "RpcWss.AspNetCore" || IsAspNetCore(name));

    [Fact]
    public void The_engine_refers_to_no_ASP_NET_Core() =>
        Assert.DoesNotContain(ReferencesOf(typeof(RpcClient).Assembly), name => name == "RpcWss.AspNetCore" || IsAspNetCore(name));

    [Fact]
    public void Hosting_refers_to_both()
    {
        // The names that the tests above look for are those that references have.
        string[] references = ReferencesOf(typeof(IRpcPeers).Assembly);

        Assert.Contains("RpcWss", references);
        Assert.Contains("RpcWss.Abstractions", references);
        Assert.Contains(references, IsAspNetCore);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_project_has_a_page_and_a_held_public_surface(string project)
    {
        Assert.True(Repository.Has($"{project}/README.md"));
        Assert.True(Repository.Has($"{project}/PublicAPI.Shipped.txt"));
        Assert.NotEmpty(Repository.Read($"{project}/PublicAPI.Unshipped.txt"));
        Assert.DoesNotContain("RS00", Repository.Read($"{project}/{Path.GetFileName(project)}.csproj"));
    }

    [Fact]
    public void Every_shipped_project_has_the_analyzer_that_holds_it()
    {
        string properties = Repository.Read("src/Directory.Build.props");

        Assert.Contains("<PackageReference Include=\"Microsoft.CodeAnalysis.PublicApiAnalyzers\"", properties);
        Assert.DoesNotContain("RS00", properties);
    }

    private static string[] ReferencesOf(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name!)];

    private static bool IsAspNetCore(string name) => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);
}
