using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Tests.Grammar;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>Many contracts in one compilation, since most of a compilation's time is not spent on any one of them.</summary>
internal static class ContractBatch
{
    private static readonly CSharpParseOptions _parse = new(LanguageVersion.CSharp14);

    private static readonly CSharpCompilation _shared =
        Compilations.Create(SharedTypes.Source).AddSyntaxTrees(RecordingService.BaseSource.WithRootAndOptions(RecordingService.BaseSource.GetRoot(), _parse));

    /// <summary>Compiles, checks what was reported, and calls everything. The text says what is wrong; null where nothing is.</summary>
    public static async Task<string?> FailureOfAsync(IReadOnlyList<RandomContract> contracts)
    {
        var trees = contracts.Select((contract, index) => CSharpSyntaxTree.ParseText(contract.Source(index), _parse, $"{index}.cs")).ToArray();
        var compilation = _shared.AddSyntaxTrees(trees);
        var driver = CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], parseOptions: _parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var reported);
        var errors = await compilation.WithAnalyzers([new ContractAnalyzer()], options: null).GetAnalyzerDiagnosticsAsync();
        if (FirstWrong(contracts, errors.AddRange(reported)) is { } wrong)
        {
            return wrong;
        }

        using var image = new MemoryStream();
        var generated = driver.GetRunResult().GeneratedTrees.ToHashSet();
        var problems = output.Emit(image).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error
            || (found.Severity == DiagnosticSeverity.Warning && found.Location.SourceTree is { } tree && generated.Contains(tree))).ToArray();
        if (problems.Length > 0)
        {
            return $"The compiler says: {string.Join("\n", problems.Take(3))}\n{problems[0].Location.SourceTree?.GetText().Lines[problems[0].Location.GetLineSpan().StartLinePosition.Line]}";
        }

        try
        {
            await LoadedAssembly.CallEverythingAsync(image);
            return null;
        }
        catch (Exception error)
        {
            return error.ToString();
        }
    }

    private static string? FirstWrong(IReadOnlyList<RandomContract> contracts, IEnumerable<Diagnostic> reported)
    {
        var errors = reported.Where(static found => found.Severity == DiagnosticSeverity.Error).ToLookup(static found => found.Location.SourceTree?.FilePath);
        for (int index = 0; index < contracts.Count; index++)
        {
            string[] expected = contracts[index].Rule is { } rule ? [rule] : [];
            string[] found = [.. errors[$"{index}.cs"].Select(static error => error.Id)];
            if (!expected.SequenceEqual(found))
            {
                return $"The contract {index} was to get [{string.Join(", ", expected)}] and got [{string.Join(", ", errors[$"{index}.cs"])}].";
            }
        }

        return null;
    }
}
