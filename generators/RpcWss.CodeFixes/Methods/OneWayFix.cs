using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Methods;

/// <summary>Lets a method wait for its outcome, or have none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OneWayFix)), Shared]
public sealed class OneWayFix() : ContractFix(Rules.OneWayResult, Rules.OneWayStream)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        if (flaw is not { Method: { } method, MethodSymbol: { } symbol })
        {
            yield break;
        }

        var argument = method.AttributeLists.SelectMany(static list => list.Attributes)
            .SelectMany(static attribute => attribute.ArgumentList?.Arguments ?? [])
            .FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "OneWay");
        if (argument is not null)
        {
            yield return new Repair($"Remove 'OneWay' from '{symbol.Name}'", "RemoveOneWay", method, edits => edits.RemoveAsync(argument));
        }

        var types = new RemoteTypes(flaw.Compilation);
        if (flaw.Diagnostic.Id == Rules.OneWayResult.Id && types.TaskOf(types.Void, like: symbol.ReturnType) is { } task)
        {
            yield return new Repair($"Let '{symbol.Name}' have no result", "RemoveResult", method, edits =>
                edits.ReplaceAsync(method, (current, spelling) => current.WithResult(task, spelling)));
        }
    }
}
