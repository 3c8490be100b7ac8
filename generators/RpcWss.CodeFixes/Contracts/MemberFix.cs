using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Contracts;

/// <summary>Writes methods in the place of properties, indexers and events, and instance methods in that of static abstract ones.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MemberFix)), Shared]
public sealed class MemberFix() : ContractFix(Rules.NotAMethod, Rules.StaticAbstract)
{
    private const string Key = "Method";

    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        if (flaw.IsOutOfReach || flaw.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } declaration)
        {
            yield break;
        }

        var types = new RemoteTypes(flaw.Compilation);
        if (declaration is MethodDeclarationSyntax method)
        {
            if (flaw.MethodSymbol is { } symbol && types.Result(symbol.ReturnType) is { } result)
            {
                yield return new Repair($"Make '{symbol.Name}' an instance method", Key, method, edits => edits.ReplaceAsync(method, (current, spelling) =>
                    current.RemoveModifiers(SyntaxKind.StaticKeyword, SyntaxKind.AbstractKeyword, SyntaxKind.VirtualKeyword).WithResult(result, spelling)));
            }

            yield break;
        }

        var spelling = new Spelling(SyntaxGenerator.GetGenerator(flaw.Document), flaw.Model, declaration.SpanStart);
        var methods = Symbols(declaration, flaw).SelectMany(new RemoteMembers(types, spelling).Of).ToList();
        if (methods.Count > 0)
        {
            string names = string.Join(" and ", methods.Select(made => $"'{made.Identifier.ValueText}'"));
            yield return new Repair($"Write {names} instead", Key, declaration, edits => ReplaceAsync(edits, declaration, methods));
        }
    }

    private static IEnumerable<ISymbol> Symbols(MemberDeclarationSyntax declaration, Flaw flaw)
    {
        IEnumerable<SyntaxNode> declared = declaration is EventFieldDeclarationSyntax events ? events.Declaration.Variables : [declaration];
        return declared.Select(node => flaw.Model.GetDeclaredSymbol(node, flaw.Cancellation)).OfType<ISymbol>();
    }

    private static async Task ReplaceAsync(Edits edits, MemberDeclarationSyntax declaration, List<MethodDeclarationSyntax> methods)
    {
        var editor = await edits.OfAsync(declaration).ConfigureAwait(false);
        var lineBreak = SyntaxFactory.ElasticCarriageReturnLineFeed;
        var others = methods.Skip(1).Select(method => method.WithLeadingTrivia(lineBreak)).ToList();
        for (int index = 0; index < others.Count; index++)
        {
            others[index] = index < others.Count - 1
                ? others[index].WithTrailingTrivia(lineBreak)
                : others[index].WithTrailingTrivia(declaration.GetTrailingTrivia());
        }

        editor.InsertAfter(declaration, others);
        var first = methods[0].WithLeadingTrivia(declaration.GetLeadingTrivia());
        editor.ReplaceNode(declaration, others.Count == 0 ? first.WithTrailingTrivia(declaration.GetTrailingTrivia()) : first.WithTrailingTrivia(lineBreak));
    }
}
