using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using RpcWss.Generators.Compatibility;

namespace RpcWss.Generators.Diagnostics;

/// <summary>
/// Compares what contracts put on the wire with the files <c>*.rpc.txt</c> beside the project. Without such a file it does nothing. What can be blamed on
/// a type is reported with that type, so that editors show it while one types; what the code does not have any more, with the file.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WireBaselineAnalyzer : DiagnosticAnalyzer
{
    /// <summary>What the names of files that are a baseline end with.</summary>
    public const string FileEnding = ".rpc.txt";

    /// <summary>Editors make a compilation for every key that is struck; a file is read anew when it changed.</summary>
    private static readonly SourceTextValueProvider<BaselineFile> _content = new(static text => BaselineFile.Of(LinesOf(text)));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.OfBaseline;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var files = FilesOf(start.Options);
            if (files.Count == 0)
            {
                return;
            }

            var check = new WireBaselineCheck(
                start.Compilation, files,
                files.ConvertAll(file => file.GetText(start.CancellationToken) is { } text && start.TryGetValue(text, _content, out var content) ? content : BaselineFile.Of([])));
            start.RegisterSymbolAction(symbol => check.Report((INamedTypeSymbol)symbol.Symbol, symbol.ReportDiagnostic, symbol.CancellationToken), SymbolKind.NamedType);
            start.RegisterAdditionalFileAction(file => check.Report(file.AdditionalFile, file.ReportDiagnostic, file.CancellationToken));
        });
    }

    private static List<AdditionalText> FilesOf(AnalyzerOptions options)
    {
        var files = new List<AdditionalText>();
        foreach (var file in options.AdditionalFiles)
        {
            // A project may name a file that the package's targets name as well.
            if (file.Path.EndsWith(FileEnding, StringComparison.OrdinalIgnoreCase) && !files.Exists(other => other.Path == file.Path))
            {
                files.Add(file);
            }
        }

        files.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return files;
    }

    private static IEnumerable<string> LinesOf(SourceText text)
    {
        foreach (var line in text.Lines)
        {
            yield return text.ToString(line.Span);
        }
    }
}
