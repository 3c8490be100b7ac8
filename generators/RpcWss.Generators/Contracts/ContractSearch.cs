using Microsoft.CodeAnalysis;

namespace RpcWss.Generators.Contracts;

/// <summary>Finds and parses all contracts of a project.</summary>
internal static class ContractSearch
{
    /// <summary>The contracts in the order of their names; null while one of them has an error, so that nothing can be said of the whole.</summary>
    public static List<ParsedContract>? All(Compilation compilation, CancellationToken cancellation)
    {
        var contracts = new List<ParsedContract>();
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(compilation.Assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var member in pending.Pop().GetMembers())
            {
                if (member is INamespaceSymbol space)
                {
                    pending.Push(space);
                }
                else if (member is INamedTypeSymbol type)
                {
                    pending.Push(type);
                    if (IsContract(type))
                    {
                        contracts.Add(ContractParser.Parse(type, compilation, cancellation));
                    }
                }
            }
        }

        if (contracts.Exists(static contract => contract.Model is null))
        {
            return null;
        }

        contracts.Sort(static (left, right) => string.CompareOrdinal(left.Model!.WireName + " " + left.Model.Type, right.Model!.WireName + " " + right.Model.Type));
        return contracts;
    }

    public static bool IsContract(INamedTypeSymbol type) => type.TypeKind == TypeKind.Interface && type.Attribute(SymbolNames.ContractAttribute) is not null;
}
