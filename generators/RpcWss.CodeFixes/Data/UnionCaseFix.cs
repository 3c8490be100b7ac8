using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Data;

/// <summary>Gives a case of a union a number of its own, and removes the second number of a case.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnionCaseFix)), Shared]
public sealed class UnionCaseFix() : ContractFix(Rules.BadKey)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        if (flaw.Node is not TypeDeclarationSyntax declaration || flaw.Model.GetDeclaredSymbol(declaration, flaw.Cancellation) is not { } union)
        {
            yield break;
        }

        var numbers = new HashSet<int>();
        var types = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var attribute in union.GetAttributes())
        {
            if (!attribute.AttributeClass.Is(UnionParser.Attribute)
                || attribute.ConstructorArguments is not [{ Value: int number }, { Value: ITypeSymbol type }]
                || attribute.ApplicationSyntaxReference?.GetSyntax(flaw.Cancellation) is not AttributeSyntax { ArgumentList.Arguments: [var key, _] } syntax
                || !Edits.CanEdit(flaw.Solution, syntax))
            {
                continue;
            }

            if (!types.Add(type))
            {
                yield return new Repair($"Remove the second case of '{type.Name}'", "Case", syntax, edits => edits.RemoveAsync(syntax));
            }
            else if (!numbers.Add(number))
            {
                yield return new Repair($"Give the case of '{type.Name}' a free number", "Case", syntax, edits => edits.ReplaceAsync(key, (current, _) =>
                    current.WithExpression(Attributes.Number(edits.Keys.NextCase(union)).WithTriviaFrom(current.Expression))));
            }
        }
    }
}
