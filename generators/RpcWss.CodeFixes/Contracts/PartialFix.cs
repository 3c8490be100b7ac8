using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Contracts;

/// <summary>Makes a contract, or a type around one, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialFix)), Shared]
public sealed class PartialFix() : ContractFix(Rules.NotPartial, Rules.OuterNotPartial)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        if (flaw.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
        {
            yield return new Repair($"Make '{type.Identifier.ValueText}' partial", "Partial", type, edits =>
                edits.ReplaceAsync(type, static (current, _) => current.AddModifier(SyntaxKind.PartialKeyword)));
        }
    }
}
