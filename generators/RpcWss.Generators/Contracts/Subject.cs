using Microsoft.CodeAnalysis;

namespace RpcWss.Generators.Contracts;

/// <summary>What uses a type, as a message begins: "The parameter 'x' of 'M'". Spelled only where there is something to say.</summary>
internal readonly struct Subject(string before, ISymbol symbol)
{
    public static Subject Parameter(IParameterSymbol parameter) => new($"The parameter '{parameter.Name}' of ", parameter.ContainingSymbol);

    public static Subject Result(IMethodSymbol method) => new("The result of ", method);

    public static Subject Member(ISymbol member) => new("", member);

    public override string ToString() => $"{before}'{symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'";
}
