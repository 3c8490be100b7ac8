using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RpcWss.Generators.Tests.Harness;

/// <summary>Makes compilations that see what a user's project sees.</summary>
internal static class Compilations
{
    private static readonly MetadataReference[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("RpcWss.Generators", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Create(params string[] sources) => Create(LanguageVersion.CSharp14, sources);

    public static CSharpCompilation Create(LanguageVersion version, params string[] sources)
    {
        var parse = new CSharpParseOptions(version, DocumentationMode.Diagnose);
        var trees = sources.Prepend(ImplicitUsings.Text).Select((text, index) => CSharpSyntaxTree.ParseText(text, parse, $"Source{index}.cs"));
        return CSharpCompilation.Create("Shop.Contracts", trees, _references, Options());
    }

    /// <summary>The image of a compilation without errors.</summary>
    public static MemoryStream Emit(Compilation compilation)
    {
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return image;
    }

    /// <summary>A compiled assembly that another compilation refers to.</summary>
    public static PortableExecutableReference Reference(string assembly, string source)
    {
        using var image = new MemoryStream();
        var result = Create(source).WithAssemblyName(assembly).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static CSharpCompilationOptions Options() => new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, allowUnsafe: true);
}
