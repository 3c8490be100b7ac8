using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Names;

/// <summary>Gives a method a name of its own on the wire.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WireNameFix)), Shared]
public sealed class WireNameFix() : ContractFix(Rules.SameWireName)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        if (flaw is not { Method: { } method, MethodSymbol: { } symbol } || Contract(flaw) is not { } contract || IsInheritedTwice(symbol, contract)
            || flaw.Compilation.GetTypeByMetadataName(SymbolNames.MethodAttribute) is not { } type)
        {
            yield break;
        }

        yield return new Repair($"Give '{symbol.Name}' a wire name of its own", "WireName", method, edits =>
        {
            string name = edits.Names.Take(contract, Names(contract), WireNameChoice.Of(symbol));
            var argument = Attributes.Named("Name", Attributes.Text(name));
            if (symbol.Attribute(SymbolNames.MethodAttribute)?.ApplicationSyntaxReference?.GetSyntax(flaw.Cancellation) is not AttributeSyntax attribute)
            {
                return edits.ReplaceAsync(method, (current, spelling) => Attributes.Add(current, Attributes.Make(type, spelling, argument), spelling));
            }

            var present = attribute.ArgumentList?.Arguments.FirstOrDefault(static other => other.NameEquals?.Name.Identifier.ValueText == "Name");
            return present is null
                ? edits.ReplaceAsync(attribute, (current, _) => current.AddArgumentListArguments(argument))
                : edits.ReplaceAsync(present, (current, _) => current.WithExpression(argument.Expression.WithTriviaFrom(current.Expression)));
        });
    }

    /// <summary>The contract, which for an inherited method is not where the method is.</summary>
    private static INamedTypeSymbol? Contract(Flaw flaw)
    {
        var declaration = flaw.Reported.FirstAncestorOrSelf<InterfaceDeclarationSyntax>();
        return declaration is null || !flaw.Compilation.ContainsSyntaxTree(declaration.SyntaxTree)
            ? flaw.MethodSymbol?.ContainingType
            : flaw.Compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, flaw.Cancellation);
    }

    /// <summary>Whether the two methods are one, of a generic base with two type arguments.</summary>
    private static bool IsInheritedTwice(IMethodSymbol method, INamedTypeSymbol contract) =>
        contract.AllInterfaces.Count(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, method.ContainingType.OriginalDefinition)) > 1;

    private static IEnumerable<string> Names(INamedTypeSymbol contract) => contract.AllInterfaces.Prepend(contract)
        .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>())
        .Select(WireNames.Of);
}
