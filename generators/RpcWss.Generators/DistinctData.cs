using System.Collections.Immutable;
using RpcWss.Generators.Model;

namespace RpcWss.Generators;

/// <summary>The data types of all contracts, each once, in an order that does not depend on that of the contracts.</summary>
internal static class DistinctData
{
    public static IEnumerable<DataModel> Of(ImmutableArray<EquatableArray<DataModel>> contracts)
    {
        var distinct = new SortedDictionary<string, DataModel>(StringComparer.Ordinal);
        foreach (var contract in contracts)
        {
            foreach (var model in contract)
            {
                distinct[model.Name.Qualified] = model;
            }
        }

        return distinct.Values;
    }
}
