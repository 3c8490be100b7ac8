using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RpcWss.Generators.Contracts;

/// <summary>Recognizes types and attributes by their full metadata names, whatever the user calls his own.</summary>
internal static class SymbolNames
{
    public const string ContractAttribute = "RpcWss.RpcContractAttribute";
    public const string MethodAttribute = "RpcWss.RpcMethodAttribute";
    public const string StreamAttribute = "RpcWss.RpcStreamAttribute";
    public const string Contract = "RpcWss.IRpcContract`1";
    public const string CallContext = "RpcWss.RpcCallContext";
    public const string CallOptions = "RpcWss.RpcCallOptions";
    public const string CancellationToken = "System.Threading.CancellationToken";

    /// <summary>The name that reflection would give the definition of a type, such as <c>System.Collections.Generic.List`1</c>.</summary>
    public static string MetadataName(this INamedTypeSymbol type)
    {
        var definition = type.OriginalDefinition;
        string name = definition.MetadataName;
        for (var outer = definition.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = outer.MetadataName + "+" + name;
        }

        for (var space = definition.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            name = space.Name + "." + name;
        }

        return name;
    }

    /// <summary>Whether that is the full name of a type's definition, which is in no other type. Asked of every type there is, so it spells nothing.</summary>
    public static bool Is(this ITypeSymbol? type, string metadataName)
    {
        if (type is not INamedTypeSymbol { ContainingType: null } named || !metadataName.EndsWith(named.MetadataName, StringComparison.Ordinal))
        {
            return false;
        }

        int end = metadataName.Length - named.MetadataName.Length;
        for (var space = named.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            int start = end - 1 - space.Name.Length;
            if (start < 0 || metadataName[end - 1] != '.' || string.CompareOrdinal(metadataName, start, space.Name, 0, space.Name.Length) != 0)
            {
                return false;
            }

            end = start;
        }

        return end == 0;
    }

    public static AttributeData? Attribute(this ISymbol symbol, string metadataName) => Find(symbol.GetAttributes(), metadataName);

    /// <summary>An attribute of what a method returns.</summary>
    public static AttributeData? ReturnAttribute(this IMethodSymbol method, string metadataName) => Find(method.GetReturnTypeAttributes(), metadataName);

    public static TypedConstant? Named(this AttributeData attribute, string argument)
    {
        foreach (var pair in attribute.NamedArguments)
        {
            if (pair.Key == argument)
            {
                return pair.Value;
            }
        }

        return null;
    }

    public static Location? FirstOrNull(this ImmutableArray<Location> locations) => locations.IsEmpty ? null : locations[0];

    private static AttributeData? Find(ImmutableArray<AttributeData> attributes, string metadataName)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass.Is(metadataName))
            {
                return attribute;
            }
        }

        return null;
    }
}
