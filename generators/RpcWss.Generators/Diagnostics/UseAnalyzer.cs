using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using RpcWss.Generators.Contracts;

namespace RpcWss.Generators.Diagnostics;

/// <summary>
/// Explains what the compiler says as CS0311, that an interface has no conversion to <c>IRpcContract&lt;T&gt;</c>: it was not marked as a
/// contract. Says nothing of contracts that are marked and wrong, which <see cref="ContractAnalyzer"/> explains.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NotAContract];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(AnalyzeGenericName, SyntaxKind.GenericName);
        context.RegisterSyntaxNodeAction(AnalyzeInvocation, SyntaxKind.InvocationExpression);
    }

    /// <summary>Type arguments as they are written: of a method, or of a type.</summary>
    private static void AnalyzeGenericName(SyntaxNodeAnalysisContext context)
    {
        var name = (GenericNameSyntax)context.Node;
        var arguments = name.TypeArgumentList.Arguments;
        foreach (var symbol in Meant(context, name))
        {
            var parameters = symbol is IMethodSymbol method ? method.OriginalDefinition.TypeParameters : ((INamedTypeSymbol)symbol).OriginalDefinition.TypeParameters;
            bool found = false;
            for (int index = 0; index < parameters.Length && parameters.Length == arguments.Count; index++)
            {
                if (AsksForContract(parameters[index]) && context.SemanticModel.GetTypeInfo(arguments[index], context.CancellationToken).Type is { } type)
                {
                    found |= Report(context, type, arguments[index], symbol);
                }
            }

            if (found)
            {
                return;
            }
        }
    }

    /// <summary>Type arguments that the compiler infers.</summary>
    private static void AnalyzeInvocation(SyntaxNodeAnalysisContext context)
    {
        var called = ((InvocationExpressionSyntax)context.Node).Expression;
        var name = called is MemberAccessExpressionSyntax access ? access.Name : called as SimpleNameSyntax;
        if (name is not IdentifierNameSyntax)
        {
            return;
        }

        foreach (var symbol in Meant(context, called))
        {
            if (symbol is not IMethodSymbol { IsGenericMethod: true } method)
            {
                continue;
            }

            // An extension that is called on an instance has the type parameters that are left.
            for (int index = 0; index < method.TypeParameters.Length; index++)
            {
                if (AsksForContract(method.TypeParameters[index]) && Report(context, method.TypeArguments[index], name, method))
                {
                    return;
                }
            }
        }
    }

    /// <summary>What a name stands for; what it could stand for, where the constraint keeps it from being that.</summary>
    private static IEnumerable<ISymbol> Meant(SyntaxNodeAnalysisContext context, ExpressionSyntax name)
    {
        var info = context.SemanticModel.GetSymbolInfo(name, context.CancellationToken);
        foreach (var symbol in info.Symbol is null ? info.CandidateSymbols : [info.Symbol])
        {
            if (symbol is IMethodSymbol or INamedTypeSymbol)
            {
                yield return symbol;
            }
        }
    }

    private static bool AsksForContract(ITypeParameterSymbol parameter)
    {
        foreach (var constraint in parameter.ConstraintTypes)
        {
            if (constraint.Is(SymbolNames.Contract))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Report(SyntaxNodeAnalysisContext context, ITypeSymbol type, SyntaxNode place, ISymbol user)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Interface } named || named.Attribute(SymbolNames.ContractAttribute) is not null || IsContract(named))
        {
            return false;
        }

        bool isOurs = named.Locations.FirstOrNull() is { IsInSource: true };
        string instead = named.Arity > 0 ? "name an interface that inherits it and is marked with [RpcContract]"
            : isOurs ? $"write '[RpcContract]' and 'partial interface {named.Name}'"
            : "it is in another assembly, so mark it with [RpcContract] there, or name an interface of your own that inherits it";
        var finding = new Finding(
            Rules.NotAContract, place.GetLocation(), [], isOurs ? named.OriginalDefinition.GetDocumentationCommentId() : null, [Show(named), user.Name, instead]);
        context.ReportDiagnostic(finding.ToDiagnostic());
        return true;
    }

    /// <summary>Whether somebody wrote by hand what the generator would. To inherit a contract is not enough.</summary>
    private static bool IsContract(INamedTypeSymbol type)
    {
        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.Is(SymbolNames.Contract) && SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], type))
            {
                return true;
            }
        }

        return false;
    }

    private static string Show(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
