using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RpcWss.Generators.Tests.Harness;

/// <summary>Makes compilations that see what a user's project sees.</summary>
internal static class Compilations
{
    /// <summary>What the SDK's implicit usings give, and MessagePack.</summary>
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using MessagePack;
        global using RpcWss;
        """;

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
        var trees = sources.Prepend(Usings).Select((text, index) => CSharpSyntaxTree.ParseText(text, parse, $"Source{index}.cs"));
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
