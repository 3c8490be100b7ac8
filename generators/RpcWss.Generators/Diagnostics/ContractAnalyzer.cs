using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RpcWss.Generators.Contracts;

namespace RpcWss.Generators.Diagnostics;

/// <summary>
/// Says what is wrong with contracts. An analyzer does so, and not the generator, because only an analyzer's reports obey
/// <c>#pragma</c>, <c>.editorconfig</c> and <c>[SuppressMessage]</c>.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.OfContracts;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // Several contracts may reach the same member of the same data type; it is said once.
            var said = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
            start.RegisterSymbolAction(symbol => Analyze(symbol, said), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ConcurrentDictionary<string, bool> said)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Interface || type.Attribute(SymbolNames.ContractAttribute) is null)
        {
            return;
        }

        foreach (var finding in ContractParser.Parse(type, context.Compilation, context.CancellationToken).Findings)
        {
            var diagnostic = finding.ToDiagnostic();
            if (said.TryAdd(diagnostic.ToString(), true))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
