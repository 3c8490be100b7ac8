using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.Generators.Tests.Harness;

/// <summary>What became of some source: what was generated, and what the compiler, the generator and the analyzer said.</summary>
internal sealed class Compiled
{
    private readonly ImmutableArray<Diagnostic> _compiler;

    private Compiled(
        Compilation output, ImmutableArray<GeneratedSourceResult> files, ImmutableArray<Diagnostic> generator, ImmutableArray<Diagnostic> analyzer)
    {
        Output = output;
        Files = files;
        Generator = generator;
        Analyzer = analyzer;
        _compiler = output.GetDiagnostics();
    }

    public Compilation Output { get; }

    public ImmutableArray<GeneratedSourceResult> Files { get; }

    /// <summary>What the generator reported itself.</summary>
    public ImmutableArray<Diagnostic> Generator { get; }

    /// <summary>What the analyzer reported, but for what a pragma or attribute suppresses.</summary>
    public ImmutableArray<Diagnostic> Analyzer { get; }

    /// <summary>Warnings and errors of the compiler, wherever they are.</summary>
    public IEnumerable<Diagnostic> Problems => _compiler.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    /// <summary>Errors of the compiler, but for the one that a rule about uses explains.</summary>
    public IEnumerable<Diagnostic> Errors =>
        Problems.Where(problem => problem.Severity == DiagnosticSeverity.Error && !(problem.Id == "CS0311" && Analyzer.Any(said => said.Id == "RPCWSS050")));

    /// <summary>Warnings and errors of the compiler in generated files.</summary>
    public IEnumerable<Diagnostic> GeneratedProblems
    {
        get
        {
            var generated = Files.Select(file => file.SyntaxTree).ToHashSet();
            return Problems.Where(diagnostic => diagnostic.Location.SourceTree is { } tree && generated.Contains(tree));
        }
    }

    public string File(string start) => Files.Single(file => file.HintName.StartsWith(start, StringComparison.Ordinal)).SourceText.ToString();

    public static async Task<Compiled> From(string source, LanguageVersion version = LanguageVersion.CSharp14)
    {
        var compilation = Compilations.Create(version, source);
        var driver = Drivers.Create(version: version).RunGeneratorsAndUpdateCompilation(compilation, out var output, out var generator, TestContext.Current.CancellationToken);
        var analysis = output.WithAnalyzers([new ContractAnalyzer(), new UseAnalyzer()], options: null);
        var analyzer = await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return new Compiled(output, driver.GetRunResult().Results[0].GeneratedSources, generator, [.. analyzer.OrderBy(d => d.Location.SourceSpan.Start)]);
    }
}
