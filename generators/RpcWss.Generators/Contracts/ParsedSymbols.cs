using Microsoft.CodeAnalysis;

namespace RpcWss.Generators.Contracts;

/// <summary>Where the parts of a contract's model come from. Never enters the pipeline.</summary>
/// <param name="Methods">The remote methods, by their names on the wire.</param>
/// <param name="Data">The types that have formatters, by the qualified names of those.</param>
internal sealed record ParsedSymbols(
    INamedTypeSymbol Contract, IReadOnlyDictionary<string, IMethodSymbol> Methods, IReadOnlyDictionary<string, ITypeSymbol> Data);
