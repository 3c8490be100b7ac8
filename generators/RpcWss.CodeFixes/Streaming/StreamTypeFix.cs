using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Streaming;

/// <summary>Writes streams that a contract carries in the place of those that it does not, in the whole signature of a method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StreamTypeFix)), Shared]
public sealed class StreamTypeFix() : ContractFix(Rules.NotACarriedStream)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        if (flaw is not { Method: { } method, MethodSymbol: { } symbol })
        {
            yield break;
        }

        var streams = new CarriedStreams(new RemoteTypes(flaw.Compilation));
        var result = Changed(symbol.ReturnType, streams.Result(symbol.ReturnType));
        var parameters = symbol.Parameters.ToDictionary(static parameter => parameter.Name, parameter => Changed(parameter.Type, streams.Parameter(parameter.Type)));
        var changed = parameters.Values.Prepend(result).OfType<ITypeSymbol>().ToList();
        if (changed.Count == 0)
        {
            yield break;
        }

        string shown = string.Join(" and ", changed.Select(type => $"'{type.ToMinimalDisplayString(flaw.Model, method.SpanStart)}'").Distinct());
        yield return new Repair($"Stream as {shown}", "Stream", method, edits => edits.ReplaceAsync(method, (current, spelling) =>
        {
            var repaired = result is null ? current : current.WithResult(result, spelling);
            return repaired.ReplaceNodes(repaired.ParameterList.Parameters, (_, parameter) =>
                parameters.TryGetValue(parameter.Identifier.ValueText, out var type) && type is not null ? parameter.WithType(type, spelling) : parameter);
        }));
    }

    /// <summary>Null where a stream is carried as it is.</summary>
    private static ITypeSymbol? Changed(ITypeSymbol type, ITypeSymbol? carried) =>
        carried is null || SymbolEqualityComparer.IncludeNullability.Equals(type, carried) ? null : carried;
}
