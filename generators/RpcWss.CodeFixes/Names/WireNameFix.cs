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
            string name = edits.Names.Take(contract, Names(contract), [.. Candidates(symbol)]);
            var argument = Attributes.Named("Name", Attributes.Text(name));
            if (symbol.Attribute(SymbolNames.MethodAttribute)?.ApplicationSyntaxReference?.GetSyntax(flaw.Cancellation) is not AttributeSyntax attribute)
            {
                return edits.ReplaceAsync(method, (current, generator) => Attributes.Add(current, Attributes.Make(type, generator, argument), generator));
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

    /// <summary>Its own name, if it has another on the wire; else one that says what it takes.</summary>
    private static IEnumerable<string> Candidates(IMethodSymbol method)
    {
        if (WireNames.Of(method) != method.Name)
        {
            yield return method.Name;
        }

        bool isAsync = method.Name.Length > 5 && method.Name.EndsWith("Async", StringComparison.Ordinal);
        string bare = isAsync ? method.Name.Substring(0, method.Name.Length - 5) : method.Name;
        string suffix = isAsync ? "Async" : "";
        var parameters = method.Parameters.Where(static parameter => !parameter.Type.Is(SymbolNames.CancellationToken) && !parameter.Type.Is(SymbolNames.CallContext));
        string taken = string.Join("And", parameters.Select(static parameter => char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1)));
        yield return taken.Length == 0 ? method.Name : $"{bare}By{taken}{suffix}";
    }
}
