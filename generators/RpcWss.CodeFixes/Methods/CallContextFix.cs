using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Methods;

/// <summary>Removes all call contexts of a method but the first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallContextFix)), Shared]
public sealed class CallContextFix() : ContractFix(Rules.CallContexts)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        if (flaw is not { Method: { } method, MethodSymbol: { } symbol })
        {
            yield break;
        }

        var surplus = new HashSet<int>(symbol.Parameters.Where(static parameter => parameter.Type.Is(SymbolNames.CallContext)).Skip(1).Select(static parameter => parameter.Ordinal));
        yield return new Repair("Keep one RpcCallContext", "OneContext", method, edits => edits.ReplaceAsync(method, (current, _) =>
            current.WithParameters(current.Placed().Where(placed => !surplus.Contains(placed.From)))));
    }
}
