using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Contracts;

/// <summary>Gives a member, and everything that names it, a name without the prefix of generated members.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReservedNameFix)), Shared]
public sealed class ReservedNameFix() : ContractFix(Rules.ReservedName)
{
    private const string Prefix = "__Rpc";

    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        var declaration = flaw.Node.FirstAncestorOrSelf<VariableDeclaratorSyntax>() ?? (SyntaxNode?)flaw.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (declaration is null || flaw.Model.GetDeclaredSymbol(declaration, flaw.Cancellation) is not { ContainingType: { } contract } symbol
            || !symbol.Name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            yield break;
        }

        string rest = symbol.Name.Substring(Prefix.Length).TrimStart('_');
        string name = SyntaxFacts.IsValidIdentifier(rest) ? rest : $"Renamed{rest}";
        yield return new Repair($"Rename '{symbol.Name}' to '{name}'", "Rename", declaration, edits =>
        {
            edits.Rename(flaw.Document.Project, symbol, edits.Names.Take(contract, contract.MemberNames, name));
            return Task.CompletedTask;
        });
    }
}
