using System.Text;
using Microsoft.CodeAnalysis;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.Generators.Contracts;

/// <summary>The rules for what a contract and its methods are called on the wire.</summary>
internal static class WireNames
{
    private const int MaximumBytes = 512;

    public static string Of(IMethodSymbol method) =>
        method.Attribute(SymbolNames.MethodAttribute)?.Named("Name") is { Value: string name } ? name : method.Name;

    public static void CheckContract(INamedTypeSymbol contract, AttributeData attribute, string name, FindingList findings, Places places)
    {
        if (Flaw(name, 0) is { } flaw)
        {
            findings.Add(Rules.InvalidWireName, places.Argument(contract, attribute, "Name"), name, flaw);
        }
    }

    public static void CheckMethods(string contractName, IReadOnlyList<IMethodSymbol> methods, FindingList findings, Places places)
    {
        var taken = new Dictionary<string, IMethodSymbol>(StringComparer.Ordinal);
        int used = Encoding.UTF8.GetByteCount(contractName) + 1;
        foreach (var method in methods)
        {
            string name = Of(method);
            if (Flaw(name, used) is { } flaw)
            {
                var attribute = method.Attribute(SymbolNames.MethodAttribute);
                findings.Add(Rules.InvalidWireName, attribute is null ? places.Name(method) : places.Argument(method, attribute, "Name"), name, flaw);
            }
            else if (taken.TryGetValue(name, out var first))
            {
                findings.Add(Rules.SameWireName, places.Name(method), Show(method), Show(first), name);
            }
            else
            {
                taken.Add(name, method);
            }
        }
    }

    private static string Show(IMethodSymbol method) => method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private static string? Flaw(string name, int used)
    {
        if (name.Length == 0)
        {
            return "is empty";
        }

        foreach (char c in name)
        {
            if (c == '/' || char.IsWhiteSpace(c) || char.IsControl(c))
            {
                return "has a character that is not allowed";
            }
        }

        return used + Encoding.UTF8.GetByteCount(name) > MaximumBytes ? "is too long" : null;
    }
}
