using Microsoft.CodeAnalysis;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Reads the cases of an interface or abstract class that is marked with <c>[Union]</c>.</summary>
internal sealed class UnionParser(DataParser data, Mentions mentions, FindingList findings, Places places)
{
    public const string Attribute = "MessagePack.UnionAttribute";

    public static bool Is(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsAbstract: true } && type.Attribute(Attribute) is not null;

    /// <summary>Null when a case cannot be sent, which has been reported.</summary>
    public UnionData? Parse(INamedTypeSymbol type, FormatterName name, Place use)
    {
        var place = places.Data(type, use);
        var cases = new SortedDictionary<int, UnionCase>();
        var types = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        bool failed = false;
        foreach (var attribute in type.GetAttributes())
        {
            if (!attribute.AttributeClass.Is(Attribute))
            {
                continue;
            }

            failed |= !Add(type, attribute, cases, types, place);
        }

        return failed ? null : new UnionData(name, mentions.Plain(type), mentions.Needs, new(cases.Values));
    }

    private bool Add(INamedTypeSymbol type, AttributeData attribute, SortedDictionary<int, UnionCase> cases, HashSet<ITypeSymbol> types, Place place)
    {
        if (attribute.ConstructorArguments is not [{ Value: int key }, { Value: INamedTypeSymbol { IsUnboundGenericType: false } item }])
        {
            findings.Add(Rules.DataFeature, place, Show(type), "a [Union] case that is not a closed type", "write [Union(n, typeof(Case))]");
            return false;
        }

        if (cases.ContainsKey(key))
        {
            findings.Add(Rules.BadKey, place, key, Show(type), "is that of two cases; give each case a number of its own");
            return false;
        }

        if (!types.Add(item))
        {
            findings.Add(Rules.BadKey, place, key, Show(type), $"is a second one for '{Show(item)}'; remove one of the two");
            return false;
        }

        if (data.Compilation.ClassifyCommonConversion(item, type) is not { IsImplicit: true, IsUserDefined: false })
        {
            findings.Add(Rules.CannotBeSent, place, $"The union '{Show(type)}'", Show(item), $"it is no '{Show(type)}'; derive it from that, or remove the case {key}");
            return false;
        }

        if (data.Value(item, place, new Subject("The union ", type)) is not { } value)
        {
            return false;
        }

        cases.Add(key, new UnionCase(key, value));
        return true;
    }

    private static string Show(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
