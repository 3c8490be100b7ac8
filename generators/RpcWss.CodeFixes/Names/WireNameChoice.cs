using Microsoft.CodeAnalysis;
using RpcWss.Generators.Contracts;

namespace RpcWss.CodeFixes.Names;

/// <summary>What a method could be called on the wire where its own name is taken.</summary>
internal static class WireNameChoice
{
    /// <summary>Its own name, if it has another on the wire; else one that says what it takes.</summary>
    public static string[] Of(IMethodSymbol method)
    {
        bool isAsync = method.Name.Length > 5 && method.Name.EndsWith("Async", StringComparison.Ordinal);
        string bare = isAsync ? method.Name.Substring(0, method.Name.Length - 5) : method.Name;
        string suffix = isAsync ? "Async" : "";
        var parameters = method.Parameters.Where(static parameter => !parameter.Type.Is(SymbolNames.CancellationToken) && !parameter.Type.Is(SymbolNames.CallContext));
        string taken = string.Join("And", parameters.Select(static parameter => char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1)));
        string telling = taken.Length == 0 ? method.Name : $"{bare}By{taken}{suffix}";
        return WireNames.Of(method) == method.Name ? [telling] : [method.Name, telling];
    }
}
