using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Methods;

/// <summary>
/// Takes parameters by value. What <c>out</c> and <c>ref</c> would give back becomes part of the result: alone, or in a tuple with the rest.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ByReferenceFix)), Shared]
public sealed class ByReferenceFix() : ContractFix(Rules.ByReference)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        if (flaw is not { Method: { } method, MethodSymbol: { } symbol })
        {
            yield break;
        }

        var types = new RemoteTypes(flaw.Compilation);
        var changing = symbol.Parameters.Where(static parameter => parameter.RefKind is RefKind.Out or RefKind.Ref).ToList();
        if (changing.Count == 0)
        {
            yield return new Repair("Take parameters by value", "Value", method, edits => edits.ReplaceAsync(method, (current, _) =>
                current.WithParameters(ByValue(current, symbol))));
        }
        else if (Result(symbol, changing, types) is { } result)
        {
            yield return new Repair("Return what parameters give back", "Value", method, edits => edits.ReplaceAsync(method, (current, spelling) =>
                current.WithResult(result, spelling).WithParameters(ByValue(current, symbol).Where(parameter => symbol.Parameters[parameter.From].RefKind != RefKind.Out))));
        }
    }

    private static IEnumerable<(ParameterSyntax Parameter, int From)> ByValue(MethodDeclarationSyntax method, IMethodSymbol symbol) =>
        method.Placed().Select(placed => symbol.Parameters[placed.From].RefKind == RefKind.None ? placed : (placed.Parameter.ByValue(), placed.From));

    /// <summary>Null where the method returns a stream, which nothing can be beside.</summary>
    private static ITypeSymbol? Result(IMethodSymbol method, List<IParameterSymbol> changing, RemoteTypes types)
    {
        if (!RemoteTypes.IsTask(method.ReturnType) || types.Awaited(method.ReturnType) is not { } returned)
        {
            return null;
        }

        var parts = changing.ConvertAll(static parameter => (parameter.Type, (string?)parameter.Name));
        if (returned.SpecialType != SpecialType.System_Void)
        {
            string name = parts.Exists(static part => part.Item2 == "result") ? "returned" : "result";
            parts.Insert(0, (returned, name));
        }

        return types.TaskOf(types.Together(parts), like: method.ReturnType);
    }
}
