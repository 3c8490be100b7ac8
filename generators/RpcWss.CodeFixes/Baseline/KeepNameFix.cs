using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Baseline;

/// <summary>Leaves a renamed method or contract its name on the wire.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepNameFix)), Shared]
[ExtensionOrder(Before = nameof(BaselineFix))]
public sealed class KeepNameFix() : ContractFix(Rules.NameGone)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        if (!flaw.Diagnostic.Properties.TryGetValue(BaselineProperties.KeptName, out string? name) || name is null)
        {
            yield break;
        }

        SyntaxNode? declaration = flaw.Method ?? (flaw.IsOutOfReach ? null : flaw.Node.FirstAncestorOrSelf<InterfaceDeclarationSyntax>() as SyntaxNode);
        string attributeName = declaration is MethodDeclarationSyntax ? SymbolNames.MethodAttribute : SymbolNames.ContractAttribute;
        if (declaration is null || flaw.Compilation.GetTypeByMetadataName(attributeName) is not { } type || flaw.Model.GetDeclaredSymbol(declaration, flaw.Cancellation) is not { } symbol)
        {
            yield break;
        }

        yield return new Repair($"Keep the name '{name}' on the wire", nameof(KeepNameFix), declaration, edits =>
        {
            var argument = Attributes.Named("Name", Attributes.Text(name));
            if (symbol.Attribute(attributeName)?.ApplicationSyntaxReference?.GetSyntax(flaw.Cancellation) is not AttributeSyntax attribute)
            {
                return edits.ReplaceAsync(declaration, (current, generator) => Attributes.Add(current, Attributes.Make(type, generator, argument), generator));
            }

            var present = attribute.ArgumentList?.Arguments.FirstOrDefault(static other => other.NameEquals?.Name.Identifier.ValueText == "Name");
            return present is null
                ? edits.ReplaceAsync(attribute, (current, _) => current.AddArgumentListArguments(argument))
                : edits.ReplaceAsync(present, (current, _) => current.WithExpression(argument.Expression.WithTriviaFrom(current.Expression)));
        });
    }
}
