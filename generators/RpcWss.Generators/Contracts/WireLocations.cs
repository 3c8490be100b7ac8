using Microsoft.CodeAnalysis;
using RpcWss.Generators.Compatibility;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Finds the tokens in the code to which lines of a baseline belong, and the types that they are part of.</summary>
internal sealed class WireLocations
{
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, ParsedContract> _contracts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DataModel Model, INamedTypeSymbol Type, ParsedContract Contract)> _data = new(StringComparer.Ordinal);

    public WireLocations(IReadOnlyList<ParsedContract> contracts, Compilation compilation, CancellationToken cancellation)
    {
        _compilation = compilation;
        _cancellation = cancellation;
        foreach (var contract in contracts)
        {
            _contracts[contract.Model!.WireName] = contract;
            foreach (var model in contract.Data)
            {
                string name = ModelSurface.NameOf(model);
                if (!_data.ContainsKey(name) && contract.Symbols.Data.TryGetValue(model.Name.Qualified, out var symbol) && symbol is INamedTypeSymbol type)
                {
                    _data.Add(name, (model, type, contract));
                }
            }
        }
    }

    /// <summary>The type whose author is told, and where.</summary>
    public (INamedTypeSymbol Owner, Place Place) Find(WirePlace place, string parameter)
    {
        if (!place.IsData)
        {
            return Member(_contracts[place.Owner], place.Method, parameter);
        }

        var (model, type, contract) = _data[place.Owner];
        var owner = type.OriginalDefinition;
        if (IsHere(owner) is not { } own)
        {
            // The type is another project's; the contract that sends it is not.
            return (contract.Symbols.Contract, Places(contract).Contract());
        }

        var found = place.Key is { } key ? Member(model, owner, key) : null;
        return (owner, new Place(found ?? own));
    }

    private (INamedTypeSymbol Owner, Place Place) Member(ParsedContract contract, string? method, string parameter)
    {
        var owner = contract.Symbols.Contract;
        if (method is null || !contract.Symbols.Methods.TryGetValue(method, out var symbol))
        {
            return (owner, Places(contract).Contract());
        }

        foreach (var item in symbol.Parameters)
        {
            if (parameter.Length > 0 && item.Name == parameter)
            {
                return (owner, Places(contract).Parameter(item));
            }
        }

        return (owner, Places(contract).Name(symbol));
    }

    private Location? Member(DataModel model, INamedTypeSymbol type, WireKey key)
    {
        if (model is UnionData)
        {
            foreach (var attribute in type.GetAttributes())
            {
                if (attribute.ConstructorArguments is [{ Value: int number }, _] && number == key.Number)
                {
                    return attribute.ApplicationSyntaxReference?.GetSyntax(_cancellation).GetLocation();
                }
            }

            return null;
        }

        foreach (var member in ((ObjectData)model).Members)
        {
            if (member.WireName == key.Name && (key.Name is not null || member.Key == key.Number))
            {
                return Named(type, member.Name.TrimStart('@'));
            }
        }

        return null;
    }

    private Location? Named(INamedTypeSymbol type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var member in at.GetMembers(name))
            {
                return IsHere(member);
            }
        }

        return null;
    }

    private Location? IsHere(ISymbol symbol) =>
        symbol.Locations.FirstOrNull() is { IsInSource: true } location && _compilation.ContainsSyntaxTree(location.SourceTree!) ? location : null;

    private Places Places(ParsedContract contract) => new(contract.Symbols.Contract, _compilation, _cancellation);
}
