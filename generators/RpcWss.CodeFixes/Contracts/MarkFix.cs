using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Contracts;

/// <summary>Marks an interface that is used as a contract as one, wherever it is declared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkFix)), Shared]
public sealed class MarkFix() : ContractFix(Rules.NotAContract)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        // Generic ones cannot be contracts.
        if (flaw.About() is not { Arity: 0 } type
            || flaw.Declarations(type).OfType<InterfaceDeclarationSyntax>().FirstOrDefault() is not { } declaration
            || flaw.Compilation.GetTypeByMetadataName(SymbolNames.ContractAttribute) is not { } attribute)
        {
            yield break;
        }

        yield return new Repair($"Make '{type.Name}' a contract", "Contract", declaration, async edits =>
        {
            await edits.ReplaceAsync(declaration, (current, spelling) =>
                Attributes.Add(current.AddModifier(SyntaxKind.PartialKeyword), Attributes.Make(attribute, spelling), spelling)).ConfigureAwait(false);
            foreach (var outer in declaration.Ancestors().OfType<TypeDeclarationSyntax>())
            {
                await edits.ReplaceAsync(outer, static (current, _) => current.AddModifier(SyntaxKind.PartialKeyword)).ConfigureAwait(false);
            }
        });
    }
}
