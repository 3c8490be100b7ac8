namespace RpcWss.Packages.Tests;

/// <summary>What the packages hold.</summary>
public sealed class LayoutTests(PackedFeed feed)
{
    [Theory]
    [InlineData("RpcWss.Abstractions")]
    [InlineData("RpcWss")]
    [InlineData("RpcWss.AspNetCore")]
    public void A_package_has_its_assembly_its_documentation_its_page_its_licence_and_symbols(string name)
    {
        string[] files = feed.FilesOf($"{name}.0*.nupkg");
        string specification = feed.SpecificationOf($"{name}.0*.nupkg");

        Assert.Contains($"lib/net10.0/{name}.dll", files);
        Assert.Contains($"lib/net10.0/{name}.xml", files);
        Assert.Contains("README.md", files);
        Assert.Contains("<license type=\"expression\">MIT</license>", specification);
        Assert.Contains("<repository type=\"git\"", specification);
        Assert.Contains($"lib/net10.0/{name}.pdb", feed.FilesOf($"{name}.0*.snupkg"));
    }

    [Fact]
    public void Abstractions_bring_the_generator_and_what_checks_the_compiler()
    {
        string[] files = feed.FilesOf("RpcWss.Abstractions.0*.nupkg");

        Assert.Contains("analyzers/dotnet/cs/RpcWss.Generators.dll", files);
        Assert.Contains("buildTransitive/RpcWss.Abstractions.targets", files);
        Assert.DoesNotContain(files, file => file.StartsWith("lib/", StringComparison.Ordinal) && file.Contains("Generators", StringComparison.Ordinal));
    }

    [Fact]
    public void Abstractions_bring_the_fixes_beside_the_generator_and_nothing_that_editors_have_themselves()
    {
        string[] analyzers = [.. feed.FilesOf("RpcWss.Abstractions.0*.nupkg").Where(file => file.StartsWith("analyzers/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        Assert.Equal(["analyzers/dotnet/cs/RpcWss.CodeFixes.dll", "analyzers/dotnet/cs/RpcWss.Generators.dll"], analyzers);
        Assert.DoesNotContain("Microsoft.CodeAnalysis", feed.SpecificationOf("RpcWss.Abstractions.0*.nupkg"));
    }

    [Fact]
    public void Hosting_brings_the_engine_and_that_the_contracts_with_their_generator()
    {
        // Whoever refers to one package alone gets the generator too: the reference between them does not keep analyzers to itself.
        Assert.Contains("id=\"RpcWss\"", feed.SpecificationOf("RpcWss.AspNetCore.0*.nupkg"));
        string engine = feed.SpecificationOf("RpcWss.0*.nupkg");

        Assert.Contains("id=\"RpcWss.Abstractions\"", engine);
        Assert.DoesNotContain("id=\"RpcWss.Abstractions\" version=\"0.1.0\" exclude=\"Build,Analyzers\"", engine);
    }
}
