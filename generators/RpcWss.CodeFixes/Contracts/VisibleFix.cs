using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Contracts;

/// <summary>Makes a contract or a type of data, and the types around it, visible in their assembly.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(VisibleFix)), Shared]
public sealed class VisibleFix() : ContractFix(Rules.HiddenContract, Rules.DataNotAccessible)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        var type = flaw.Diagnostic.Id == Rules.HiddenContract.Id
            ? flaw.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } contract ? flaw.Model.GetDeclaredSymbol(contract, flaw.Cancellation) : null
            : flaw.About();
        var hidden = new List<(BaseTypeDeclarationSyntax Declaration, SyntaxKind[] Kinds)>();
        for (; type is not null; type = type.ContainingType)
        {
            if (Visible(type) is not { } kinds)
            {
                continue;
            }

            // A part of a type need not say who sees it, but one of them does, or is the first to.
            var parts = flaw.Declarations(type).OfType<BaseTypeDeclarationSyntax>().ToList();
            var saying = parts.Where(static part => part.SaysAccessibility()).ToList();
            hidden.AddRange((saying.Count > 0 ? saying : parts.Take(1)).Select(part => (part, kinds)));
        }

        if (hidden.Count > 0)
        {
            string names = string.Join(" and ", hidden.Select(part => $"'{part.Declaration.Identifier.ValueText}'").Distinct());
            yield return new Repair($"Make {names} visible in the assembly", "Visible", hidden[0].Declaration, async edits =>
            {
                foreach (var (declaration, kinds) in hidden)
                {
                    await edits.ReplaceAsync(declaration, (current, _) => current.WithAccessibility(kinds)).ConfigureAwait(false);
                }
            });
        }
    }

    /// <summary>The least that lets the assembly see a type, and still whoever sees it now; null where it does already.</summary>
    private static SyntaxKind[]? Visible(INamedTypeSymbol type) => type.DeclaredAccessibility switch
    {
        _ when type.IsFileLocal => [SyntaxKind.InternalKeyword],
        Accessibility.Private or Accessibility.ProtectedAndInternal => [SyntaxKind.InternalKeyword],
        Accessibility.Protected => [SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword],
        _ => null,
    };
}
