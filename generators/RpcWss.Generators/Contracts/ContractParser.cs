using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Turns an interface marked as a contract into a model, or says why it cannot be one. The generator and the analyzer both call it.</summary>
internal static class ContractParser
{
    /// <summary>Parses a contract. A failure of the parser itself becomes a finding about this contract, and no other suffers.</summary>
    public static ParsedContract Parse(INamedTypeSymbol contract, Compilation compilation, CancellationToken cancellation)
    {
        var findings = new FindingList();
        var places = new Places(contract, compilation, cancellation);
        var methods = new Dictionary<string, IMethodSymbol>(StringComparer.Ordinal);
        var symbols = new ParsedSymbols(contract, methods, new Dictionary<string, ITypeSymbol>());
        try
        {
            var assemblies = new AssemblyAliases(compilation);
            var data = new DataParser(contract, compilation, assemblies, findings, places, cancellation);
            var model = ParseModel(contract, compilation, data, new Mentions(assemblies), methods, findings, places, cancellation);
            symbols = symbols with { Data = data.Symbols };
            return model is null || findings.HasErrors
                ? new(null, default, findings.All, symbols)
                : new(model, new(Recursion.Mark(data.Models)), findings.All, symbols);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            findings.Add(Rules.Failure, places.Contract(), contract.Name, $"{error.GetType().Name}: {error.Message}");
            return new(null, default, findings.All, symbols);
        }
    }

    private static ContractModel? ParseModel(
        INamedTypeSymbol contract, Compilation compilation, DataParser data, Mentions mentions, Dictionary<string, IMethodSymbol> byWireName, FindingList findings, Places places,
        CancellationToken cancellation)
    {
        ContractRules.Check(contract, findings, places, cancellation);
        if (findings.HasErrors)
        {
            return null;
        }

        var attribute = contract.Attribute(SymbolNames.ContractAttribute)!;
        string wireName = attribute.Named("Name") is { Value: string name } ? name : FullName(contract);
        WireNames.CheckContract(contract, attribute, wireName, findings, places);

        string type = mentions.Plain(contract);
        var methods = new List<MethodModel>();
        var parser = new MethodParser(mentions, data, StreamSettings.MaxPayloadSize(contract, attribute, findings, places), findings, places);
        var symbols = RemoteMethods.Of(contract, compilation, findings, places);
        foreach (var method in symbols)
        {
            cancellation.ThrowIfCancellationRequested();
            if (parser.Parse(method) is { } model)
            {
                methods.Add(model);
                byWireName[model.WireName] = method;
            }
        }

        WireNames.CheckMethods(wireName, symbols, findings, places);
        return new ContractModel(
            $"{DataNames.HintPart(contract.MetadataName())}_{DataNames.Hash(type)}.g.cs",
            contract.ContainingNamespace.IsGlobalNamespace ? null : SpellNamespace(contract.ContainingNamespace),
            new(Outer(contract)),
            Mentions.Escape(contract.Name),
            type,
            wireName,
            attribute.Named("Ordered") is { Value: true },
            new(methods),
            mentions.Needs);
    }

    private static IEnumerable<OuterType> Outer(INamedTypeSymbol contract)
    {
        var outer = new List<OuterType>();
        for (var type = contract.ContainingType; type is not null; type = type.ContainingType)
        {
            string keyword = type switch
            {
                { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
                { IsRecord: true } => "record",
                { TypeKind: TypeKind.Struct } => "struct",
                { TypeKind: TypeKind.Interface } => "interface",
                _ => "class",
            };
            outer.Insert(0, new OuterType(keyword, Mentions.Escape(type.Name)));
        }

        return outer;
    }

    private static string SpellNamespace(INamespaceSymbol space) =>
        space.ContainingNamespace.IsGlobalNamespace
            ? Mentions.Escape(space.Name)
            : $"{SpellNamespace(space.ContainingNamespace)}.{Mentions.Escape(space.Name)}";

    private static string FullName(INamedTypeSymbol contract)
    {
        string name = contract.Name;
        for (var outer = contract.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = outer.Name + "." + name;
        }

        for (var space = contract.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            name = space.Name + "." + name;
        }

        return name;
    }
}
