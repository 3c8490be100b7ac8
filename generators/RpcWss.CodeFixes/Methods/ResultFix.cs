using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Methods;

/// <summary>Makes a method return a task of what it returns, or the inner one of two tasks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResultFix)), Shared]
public sealed class ResultFix() : ContractFix(Rules.ReturnType)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        if (flaw.IsOutOfReach && flaw.Node.FirstAncestorOrSelf<BaseTypeSyntax>() is { } entry)
        {
            yield return new Repair($"Remove the base '{entry}'", "RemoveBase", entry, edits => RemoveAsync(edits, entry));
        }

        if (flaw is { Method: { } method, MethodSymbol: { } symbol } && new RemoteTypes(flaw.Compilation).Result(symbol.ReturnType) is { } result)
        {
            string shown = result.ToMinimalDisplayString(flaw.Model, method.SpanStart);
            yield return new Repair($"Return '{shown}'", "Task", method, edits =>
                edits.ReplaceAsync(method, (current, spelling) => current.WithResult(result, spelling)));
        }
    }

    private static async Task RemoveAsync(Edits edits, BaseTypeSyntax entry)
    {
        var type = (TypeDeclarationSyntax)entry.Parent!.Parent!;
        if (type.BaseList!.Types.Count > 1)
        {
            (await edits.OfAsync(entry).ConfigureAwait(false)).RemoveNode(entry);
            return;
        }

        // The space before the colon belongs to the token before it.
        await edits.ReplaceAsync(type, static (current, _) =>
        {
            var before = current.BaseList!.GetFirstToken().GetPreviousToken();
            var after = current.BaseList.GetTrailingTrivia();
            var bare = current.ReplaceToken(before, before.WithTrailingTrivia(after));
            return bare.WithBaseList(null);
        }).ConfigureAwait(false);
    }
}
