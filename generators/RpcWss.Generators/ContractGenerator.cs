using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Emit;
using RpcWss.Generators.Model;

namespace RpcWss.Generators;

/// <summary>
/// Completes interfaces marked with <c>[RpcContract]</c>: one file for each contract, one for each type of data that any of them
/// sends. What is wrong with a contract is told by <see cref="ContractAnalyzer"/>, which calls the same parser.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    internal const string ContractsStep = "Contracts";
    internal const string DataStep = "Data";
    internal const string ErrorsStep = "Errors";

    private readonly Func<ContractModel, string> _emitContract;

    /// <summary>What the compiler calls.</summary>
    public ContractGenerator()
        : this(ContractEmitter.Emit)
    {
    }

    /// <param name="emitContract">Prints a contract; tests let it fail.</param>
    internal ContractGenerator(Func<ContractModel, string> emitContract)
    {
        _emitContract = emitContract;
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider.ForAttributeWithMetadataName(
            SymbolNames.ContractAttribute,
            static (node, _) => node is InterfaceDeclarationSyntax,
            static (target, cancellation) =>
                PipelineContract.From(ContractParser.Parse((INamedTypeSymbol)target.TargetSymbol, target.SemanticModel.Compilation, cancellation)));

        var emitContract = _emitContract;
        var contracts = parsed.Where(static contract => contract.Model is not null).Select(static (contract, _) => contract.Model!).WithTrackingName(ContractsStep);
        context.RegisterSourceOutput(contracts, (output, model) => Contained.Emit(output, model.Type, model.HintName, () => emitContract(model)));

        var data = parsed.Select(static (contract, _) => contract.Data).Collect().SelectMany(static (all, _) => DistinctData.Of(all)).WithTrackingName(DataStep);
        context.RegisterSourceOutput(data, static (output, model) => Contained.Emit(output, model.Type, model.Name.HintName, () => DataEmitter.Emit(model)));

        var silent = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => AnalyzersAreOff(options.GlobalOptions));
        var errors = parsed.Select(static (contract, _) => contract.Errors).Combine(silent).WithTrackingName(ErrorsStep);
        context.RegisterSourceOutput(errors, static (output, found) =>
        {
            if (found.Right)
            {
                foreach (var error in found.Left)
                {
                    output.ReportDiagnostic(error.ToDiagnostic());
                }
            }
        });
    }

    private static bool AnalyzersAreOff(AnalyzerConfigOptions options) =>
        IsFalse(options, "build_property.RunAnalyzers") || IsFalse(options, "build_property.RunAnalyzersDuringBuild");

    private static bool IsFalse(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue(property, out string? value) && string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);
}
