using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Data;

/// <summary>
/// Sends an array in the place of a span and a number in that of a native one, and removes parameters that a call has anyway: the caller's
/// options, and contracts, which each side asks its peer for. What other types mean is known to their author alone.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SubstituteFix)), Shared]
public sealed class SubstituteFix() : ContractFix(Rules.CannotBeSent)
{
    private protected override IEnumerable<Repair> Repairs(Flaw flaw)
    {
        if (flaw is not { Method: { } method, MethodSymbol: { } symbol })
        {
            yield break;
        }

        var types = symbol.Parameters.Select(parameter => Instead(parameter.Type, flaw.Compilation)).ToList();
        var surplus = new HashSet<int>(symbol.Parameters.Where(static parameter => IsSurplus(parameter.Type)).Select(static parameter => parameter.Ordinal));
        if (surplus.Count == 0 && types.TrueForAll(static type => type is null))
        {
            yield break;
        }

        var written = types.OfType<ITypeSymbol>().Select(type => $"take '{type.ToMinimalDisplayString(flaw.Model, method.SpanStart)}'");
        var removed = surplus.OrderBy(static index => index).Select(index => $"remove '{symbol.Parameters[index].Name}'");
        string title = string.Join(" and ", written.Concat(removed).Distinct());
        yield return new Repair(char.ToUpperInvariant(title[0]) + title.Substring(1), "Substitute", method, edits => edits.ReplaceAsync(method, (current, spelling) =>
            current.WithParameters(current.Placed().Where(placed => !surplus.Contains(placed.From)).Select(placed => Repaired(placed, types[placed.From], spelling)))));
    }

    private static (ParameterSyntax, int) Repaired((ParameterSyntax Parameter, int From) placed, ITypeSymbol? type, Spelling spelling) =>
        type is null ? placed : (placed.Parameter.WithType(type, spelling), placed.From);

    private static ITypeSymbol? Instead(ITypeSymbol type, Compilation compilation) => type switch
    {
        INamedTypeSymbol { TypeArguments: [var item] } span when (span.Is("System.Span`1") || span.Is("System.ReadOnlySpan`1")) && TypeFlaws.Of(item) is null =>
            compilation.CreateArrayTypeSymbol(item, 1, item.NullableAnnotation),
        { SpecialType: SpecialType.System_IntPtr } => compilation.GetSpecialType(SpecialType.System_Int64),
        { SpecialType: SpecialType.System_UIntPtr } => compilation.GetSpecialType(SpecialType.System_UInt64),
        _ => null,
    };

    private static bool IsSurplus(ITypeSymbol type) => type.Is(SymbolNames.CallOptions) || type.Attribute(SymbolNames.ContractAttribute) is not null;
}
